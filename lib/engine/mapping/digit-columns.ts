import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { suggestColumns } from './suggest-columns';

/** The columns, by their index, whose headers mean a row of digits: a number of a contact, a telephone, a postcode. */
export function digitColumns(header: readonly string[]): number[] {
  const codes = new Set<string>(FIELDS.flatMap(({ code, digits }): FieldCode[] => (digits ? [code] : [])));
  const columns = header.map((text, index) => ({ index, header: text, filled: 0, rows: 0, distinct: 0, samples: [] }));
  return suggestColumns(columns).flatMap(({ index, input }) => (input !== null && codes.has(input) ? [index] : []));
}
