import { stored } from '@/lib/engine/small-file.fixture';
import { bell, type FormatRule, file } from './rule.fixture';

const ANNA = bell({ EMAIL1: 'anna@x.org' });
const INACTIVE = stored({ ...ANNA, status: 'inactive' });
const created = { bucket: 'created' } as const;
const held = { bucket: 'held', says: ['removal-held'] } as const;

/** The eight operations of the format, and what a file without a column of operations means. */
export const OPERATION_RULES: readonly FormatRule[] = [
  file('INSERT: creates somebody new', [], { OPERATION: 'INSERT', LASTNAME: 'Bell' }, { ...created, writes: { individual: { LASTNAME: 'Bell' } } }),
  file(
    'INSERT: a number left out is generated when it is applied',
    [],
    { OPERATION: 'INSERT', LASTNAME: 'Bell', CONTACT_NR: '' },
    {
      ...created,
      writes: { individual: { CONTACT_NR: undefined } },
    },
  ),
  file(
    'INSERT: a number that exists is refused and never updates',
    [ANNA],
    { OPERATION: 'INSERT', LASTNAME: 'Cole', CONTACT_NR: '1' },
    {
      bucket: 'refused',
      says: ['number-exists'],
    },
  ),
  file(
    'INSERT: never finds a person by e-mail',
    [ANNA],
    { OPERATION: 'INSERT', LASTNAME: 'Bell', EMAIL1: 'anna@x.org' },
    {
      ...created,
      says: ['email-shared'],
    },
  ),
  file(
    'UPDATE: changes the contact with the number',
    [ANNA],
    { OPERATION: 'UPDATE', CONTACT_NR: '1', LASTNAME: 'Cole' },
    {
      bucket: 'updated',
      writes: { individual: { LASTNAME: 'Cole' } },
    },
  ),
  file(
    'UPDATE: matches by number alone, whatever the e-mail',
    [ANNA],
    { OPERATION: 'UPDATE', CONTACT_NR: '1', EMAIL1: 'new@x.org' },
    {
      bucket: 'updated',
      writes: { individual: { EMAIL1: 'new@x.org' } },
    },
  ),
  file(
    'UPDATE: of a contact that an earlier row inserts is carried out with it',
    [],
    [
      { OPERATION: 'INSERT', CONTACT_NR: '7', LASTNAME: 'Bell' },
      { OPERATION: 'UPDATE', CONTACT_NR: '7', TOWN: 'Lyon' },
    ],
    { bucket: 'merged', says: ['merged-into-row'] },
  ),
  file('UPDATE: needs a number', [ANNA], { OPERATION: 'UPDATE', EMAIL1: 'anna@x.org' }, { bucket: 'refused', says: ['number-missing'] }),
  file(
    'UPDATE: an unknown number is refused and never creates',
    [ANNA],
    { OPERATION: 'UPDATE', CONTACT_NR: '01', LASTNAME: 'Bell' },
    {
      bucket: 'refused',
      says: ['unknown-number'],
    },
  ),
  file(
    'UPDATE: links criteria',
    [ANNA],
    { OPERATION: 'UPDATE', CONTACT_NR: '1', CRIT01: 'SEASON=Opera' },
    {
      bucket: 'updated',
      writes: { individual: { '=SEASON': 'Opera' } },
    },
  ),
  file('UPDATE: leaves an inactive contact inactive', [INACTIVE], { OPERATION: 'UPDATE', CONTACT_NR: '1' }, { bucket: 'unchanged' }),
  file(
    'UPDATEACT: makes an inactive contact active',
    [INACTIVE],
    { OPERATION: 'UPDATEACT', CONTACT_NR: '1', LASTNAME: 'Cole' },
    {
      bucket: 'updated',
      writes: { individual: { STATUS: 'active', LASTNAME: 'Cole' } },
    },
  ),
  file(
    'UPDATEACT: updates an active contact',
    [ANNA],
    { OPERATION: 'UPDATEACT', CONTACT_NR: '1', LASTNAME: 'Cole' },
    {
      bucket: 'updated',
      writes: { individual: { STATUS: undefined, LASTNAME: 'Cole' } },
    },
  ),
  file('UPDATEACT: needs a number', [ANNA], { OPERATION: 'UPDATEACT', LASTNAME: 'Bell' }, { bucket: 'refused', says: ['number-missing'] }),
  file('CONFIG: is no contact', [], { OPERATION: 'CONFIG', LASTNAME: 'Bell', CRIT01: 'SEASON' }, { bucket: 'not_imported', says: ['config-row'] }),
  file(
    'CONFIG: nothing else in its row is an error',
    [],
    { OPERATION: 'CONFIG', INSTITUTION: 'MUSEUM', COUNTRY: 'UK' },
    {
      bucket: 'not_imported',
      says: ['config-row'],
    },
  ),
  file('INVALIDATE: waits for an approval', [ANNA], { OPERATION: 'INVALIDATE', CONTACT_NR: '1' }, held),
  file('DELETE: waits for an approval', [ANNA], { OPERATION: 'DELETE', CONTACT_NR: '1' }, held),
  file('ANONYMIZE: waits for an approval', [ANNA], { OPERATION: 'ANONYMIZE', CONTACT_NR: '1' }, held),
  file('DROP: waits for an approval', [ANNA], { OPERATION: 'DROP', CONTACT_NR: '1' }, held),
  ...(['INVALIDATE', 'DELETE', 'ANONYMIZE', 'DROP'] as const).map((operation) =>
    file(`${operation}: needs a number`, [ANNA], { OPERATION: operation, LASTNAME: 'Bell' }, { bucket: 'refused', says: ['number-missing'] }),
  ),
  file(
    'no OPERATION: a known contact is updated',
    [ANNA],
    { EMAIL1: 'anna@x.org', TOWN: 'Lyon' },
    {
      bucket: 'updated',
      writes: { individual: { TOWN: 'Lyon' } },
    },
  ),
  file('no OPERATION: anybody else is created', [ANNA], { EMAIL1: 'bea@x.org' }, created),
];
