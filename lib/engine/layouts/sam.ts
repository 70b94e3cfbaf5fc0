import { type FieldCode, fieldOf } from '@/lib/engine/fields';
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
