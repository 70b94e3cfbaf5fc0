import { addressesOf, addressFields } from '@/lib/engine/addresses';
import { checkRows, prepareChecking } from '@/lib/engine/check';
import { cleanRows, prepareCleaning } from '@/lib/engine/clean';
import { criterionCode } from '@/lib/engine/criteria';
import { FIELDS, type FieldCode, fieldOf, isFieldCode } from '@/lib/engine/fields';
import type { FieldGroup } from '@/lib/engine/fields/field';
import { ALL_ORGANIZATIONS } from '@/lib/engine/fields/organization';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { pairs } from '@/lib/engine/layouts/pairs';
import { roundtrip } from '@/lib/engine/layouts/roundtrip';
import { mapRows } from '@/lib/engine/map';
import type { Cells, Mapping, StoredContact } from '@/lib/engine/types';
import { pairedColumn } from './column-key';
import { guarded } from './formula-guard';
import { rowHash } from './row-hash';

/** The layouts in which contacts are exported. */
export const EXPORT_LAYOUTS = ['roundtrip', 'pairs'] as const;
export type ExportLayout = (typeof EXPORT_LAYOUTS)[number];

/** What is exported of each contact. */
export interface ExportRequest {
  layout: ExportLayout;
  /** Blocks of the format; its number and its names are always among it. */
  groups: ReadonlySet<FieldGroup>;
  /** Columns for criteria: the most that a contact has. */
  criterionColumns: number;
}

/** What says who a row is about and what is to be done, whatever else is exported. */
const ALWAYS: ReadonlySet<string> = new Set([
  'INSTITUTION',
  'ORGANIZATION',
  'OPERATION',
  'CONTACT_NR',
  'ROW_HASH',
  'FIRSTNAME',
  'LASTNAME',
  'OFFICIAL_NAME',
]);

/** A file of contacts in the making. */
export interface Exporting {
  /** Codes of the columns, as the file has them in its first row. */
  header: readonly string[];
  /** The rows of contacts, in their order: one for each, and one more for each further address. Cells are texts in the header's order. */
  rows(contacts: readonly StoredContact[]): string[][];
}

type Texts = { [Code in FieldCode]?: string };

/** Prepares the export of an institution's contacts; its lists and criteria are what the file will be read with. */
export function prepareExport(institution: InstitutionContext, { layout, groups, criterionColumns }: ExportRequest): Exporting {
  const criteria = new Set(FIELDS.filter(({ group }) => group === 'criteria').map(({ code }) => code as string));
  const used = new Set([...criteria].slice(0, groups.has('criteria') ? criterionColumns : 0));
  const header = (layout === 'pairs' ? pairs : roundtrip).columns
    .map(({ code }) => code)
    .filter((column) => {
      const field = fieldBehind(column);
      return criteria.has(field) ? used.has(field) : ALWAYS.has(field) || groups.has(fieldOf(field)?.group ?? 'global');
    });
  const fields = [...new Set(header.map(fieldBehind))];
  const digests = layout === 'roundtrip' ? hasher(institution, fields) : null;
  return {
    header,
    rows: (contacts) => {
      const records = contacts.flatMap((contact) => recordsOf(contact, institution.code, fields).map((texts) => ({ contact, texts })));
      const hashes = digests?.(records);
      return records.map(({ texts }, at) =>
        header.map((column) => guarded((column === 'ROW_HASH' ? hashes?.[at] : texts[fieldBehind(column) as FieldCode]) ?? '')),
      );
    },
  };
}

/** The field whose values a column holds, as wanted or at export. */
const fieldBehind = (column: string): string => pairedColumn(column)?.replace('<old>', '') ?? column;

/** What a contact's rows say: the first all of it with the leading address, each other one a further address. */
function recordsOf(contact: StoredContact, institution: string, fields: readonly string[]): Texts[] {
  const about: Texts = { INSTITUTION: institution, OPERATION: 'UPDATE', CONTACT_NR: contact.number };
  const [leading, ...others] = addressesOf(contact.fields);
  const all = { ORGANIZATION: ALL_ORGANIZATIONS, ...contact.fields, ...(leading && addressFields([leading])) };
  const first = { ...pick(all, fields), ...criteriaOf(contact, fields), ...about };
  if (!fields.includes('ADDR_TYPE')) return [first];
  return [first, ...others.map((address) => ({ ...pick(addressFields([address]), fields), ...about }))];
}

const pick = (values: StoredContact['fields'], fields: readonly string[]): Texts =>
  Object.fromEntries(fields.filter((code) => isFieldCode(code) && values[code] !== undefined).map((code) => [code, values[code as FieldCode]]));

/** The criteria in the order of their codes, as `CODE=value|value`. */
function criteriaOf({ fields: values }: StoredContact, fields: readonly string[]): Texts {
  const columns = fields.filter((code) => fieldOf(code)?.type === 'criterion');
  const given = Object.entries(values).filter(([key]) => criterionCode(key) !== null);
  const texts = given.map(([key, value]) => `${criterionCode(key)}=${value}`).sort();
  return Object.fromEntries(columns.flatMap((code, at) => (texts[at] === undefined ? [] : [[code, texts[at]]])));
}

/** Computes hashes by reading the rows as an import of the file would: what it makes of them is what it will compare. */
function hasher(institution: InstitutionContext, fields: readonly string[]) {
  const columns = fields.filter((code): code is FieldCode => isFieldCode(code) && code !== 'ROW_HASH');
  const mapping: Mapping = Object.fromEntries([...columns, 'ROW_HASH' as const].map((code, index) => [index, code]));
  const cleaning = prepareCleaning(institution, mapping, []);
  const checking = prepareChecking(institution, mapping);
  return (records: readonly { contact: StoredContact; texts: Texts }[]): string[] => {
    const raw = records.map(({ texts }, at) => ({ row: at + 2, cells: columns.map((code) => guarded(texts[code] ?? '')) }));
    const read = checkRows(cleanRows(mapRows(raw, mapping), cleaning), checking).rows;
    return records.map(({ contact }, at) => rowHash(contact, read[at]?.cells as Cells, checking.hashed));
  };
}
