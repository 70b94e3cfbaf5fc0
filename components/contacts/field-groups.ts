import { documentedPhone, FIELDS, type Field, type FieldCode, type FieldGroup, isPhone, splitValues, typedKey } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import type { ContactDetail } from './contact-shapes';
import type { FieldOfGroup } from './field-group-card';

/** A group of the field catalogue with what the contact has of it, and the names of what it has not. */
export interface FilledGroup {
  name: FieldGroup;
  /** What an address serves, such as `MB`. */
  uses?: string;
  filled: FieldOfGroup[];
  empty: string[];
}

type Values = ContactDetail['fields'];

/** The number and what an address serves stand in headings; criteria are the institution's and not the catalogue's. */
const ELSEWHERE: readonly FieldCode[] = ['CONTACT_NR', 'ADDR_TYPE'];
const isShown = ({ code, group, appliesTo }: (typeof FIELDS)[number]): boolean =>
  appliesTo.length > 0 && group !== 'criteria' && !ELSEWHERE.includes(code);

/** Whose contact it is stands with the contact: on its card there is no row that it could be about. */
const groupOf = ({ code, group }: Field): FieldGroup => (code === 'ORGANIZATION' ? 'contact' : group);

/** Salutations that nobody wrote follow from the title: they are not missing. */
const FOLLOWING: readonly string[] = ['LETTER_SALUTATION', 'ADDR_SALUTATION'];

/** Every field that a contact of its kind can have, by group in the order of the format; each address is a group of its own. */
export function fieldGroups({ kind, fields, addresses, login, salutations, origins }: ContactDetail, language: Language): FilledGroup[] {
  const shown = FIELDS.filter((field) => isShown(field) && (field.appliesTo.includes(kind) || fields[field.code] !== undefined));
  const ofGroup = (name: FieldGroup, values: Values, behind = ''): FilledGroup => {
    const own = shown.filter((field) => groupOf(field) === name);
    const written = (field: Field) =>
      fieldOf(field, values, login, language).map((each) => ({ ...each, origin: origins[`${field.code}${behind}`] ?? null }));
    const filled = own.flatMap((field) => [...written(field), ...derivedOf(field, values, salutations, language)]);
    const empty = own.filter(({ code }) => values[code] === undefined && !FOLLOWING.includes(code));
    return { name, filled, empty: empty.map(({ labels }) => labels[language]) };
  };
  return [...new Set(shown.map(groupOf))].flatMap((name) => {
    if (name !== 'address' || addresses.length === 0) return [ofGroup(name, fields)];
    return addresses.map(({ uses, fields: lines }, at) => ({ ...ofGroup(name, lines, at === 0 ? '' : `@${uses[0]}`), uses }));
  });
}

/** A salutation that follows from the title, where nobody wrote one. */
function derivedOf({ code, type, labels }: Field, values: Values, salutations: Values, language: Language): FieldOfGroup[] {
  const text = values[code] === undefined ? salutations[code] : undefined;
  return text === undefined ? [] : [{ code, label: labels[language], type, values: [text], derived: true }];
}

function fieldOf({ code, type, labels, addsUp }: Field, values: Values, login: boolean, language: Language): FieldOfGroup[] {
  const value = values[code];
  if (value === undefined) return [];
  const field: FieldOfGroup = { code, label: labels[language], type, values: addsUp ? splitValues(value) : [value] };
  if (code === 'EMAIL1') return [{ ...field, login }];
  return isPhone(code) ? [{ ...field, documented: documentedPhone(value), typed: values[typedKey(code)] }] : [field];
}
