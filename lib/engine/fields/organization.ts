import { EVERYONE, type Field } from './field';

/** How a file says that a contact is of all organizations of the institution. */
export const ALL_ORGANIZATIONS = '*';

/** Sub-unit of the institution that the contact is of; `*`, also meant by an empty cell of a new contact, is all of them. */
export const organization = {
  code: 'ORGANIZATION',
  group: 'global',
  type: 'code',
  length: 8,
  labels: { en: 'Organization', fr: 'Organisme' },
  example: ALL_ORGANIZATIONS,
  appliesTo: EVERYONE,
  neverCleared: true,
} as const satisfies Field;
