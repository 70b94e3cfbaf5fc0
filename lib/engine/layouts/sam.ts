import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import type { Mapping } from '@/lib/engine/types';
import { fieldColumns } from './field-columns';
import type { Layout } from './layout';

const CODES: readonly FieldCode[] = [
  'TITLE',
  'FIRSTNAME',
  'LASTNAME',
  'BIRTHDATE',
  'PREF_LANG',
  'OFFICIAL_NAME',
  'LINE1',
  'LINE2',
  'LINE3',
  'ZIPCODE',
  'TOWN',
  'COUNTRY',
  'EMAIL1',
];

const has = (code: FieldCode): boolean => CODES.includes(code) || ['authorizations', 'criteria'].includes(fieldOf(code)?.group ?? '');

/** What marketing keeps: people found again by their e-mail, without operations and numbers. */
export const sam = { code: 'sam', explained: false, columns: fieldColumns(has, { EMAIL1: { mandatory: true } }) } as const satisfies Layout;

const MODEL = sam.columns.filter(({ group }) => group !== 'criteria').map(({ code }) => code);

/**
 * Whether a file is this model: all its columns, of criteria as many as there are, and none that say what is to be done or to whom. Files of
 * other tools have some of the columns; what SAM promises of its own does not hold for them.
 */
export function isSamModel(mapping: Mapping): boolean {
  const keys: ReadonlySet<string | null> = new Set(Object.values(mapping));
  return MODEL.every((code) => keys.has(code)) && !keys.has('OPERATION') && !keys.has('CONTACT_NR');
}
