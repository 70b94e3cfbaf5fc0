import { type FieldCode, fieldOf, isFieldCode, type PhoneCode } from './fields';
import type { Cleaned, DateOrder, Field, Place } from './fields/field';
import { decideDateOrder } from './fields/values/date';
import { isRounded } from './fields/values/rounded';
import { tidy } from './fields/values/tidy';
import type { InstitutionContext } from './institution-context';
import { type Issue, issue } from './issues';
import { isSamModel } from './layouts/sam';
import { type Listing, prepareLists, withinList } from './lists';
import { typedKey } from './typed-text';
import type { Cells, CleanRow, ColumnProfile, MappedRow, Mapping, OldCells } from './types';

/** What is decided once for a file, before its first row is cleaned. Belongs to one import: it remembers its phone numbers. */
export interface Cleaning {
  country: string;
  today: string;
  dateOrders: ReadonlyMap<FieldCode, DateOrder>;
  wholeYears: boolean;
  phones: Map<string, Cleaned>;
  listing?: Listing;
}

/**
 * Decides for every mapped column how its values are read: a cell on its own decides nothing. In a file of the format nothing is decided:
 * it writes the day first, and a month where the day belongs is the mistake that it says it is.
 */
export function prepareCleaning(
  institution: Pick<InstitutionContext, 'country' | 'today'> & Partial<Pick<InstitutionContext, 'lists' | 'rules'>>,
  mapping: Mapping,
  columns: readonly Pick<ColumnProfile, 'index' | 'samples' | 'dateOrder'>[],
): Cleaning {
  const dateOrders = new Map<FieldCode, DateOrder>();
  const inFormat = Object.values(mapping).includes('OPERATION') || isSamModel(mapping);
  for (const { index, samples, dateOrder } of columns) {
    const field = mapping[index];
    if (!field || !isFieldCode(field) || fieldOf(field)?.type !== 'date') continue;
    const order = dateOrder ?? decideDateOrder(samples);
    dateOrders.set(field, inFormat && order === 'month-first' ? 'day-first' : order);
  }
  const { country, today, lists, rules } = institution;
  return { country, today, dateOrders, wholeYears: inFormat, phones: new Map(), listing: lists && prepareLists(lists, rules?.lenient) };
}

/** Every cell in its field's normal form. What cannot be used is skipped or refused with an issue that carries the original. */
export const cleanRows = (rows: readonly MappedRow[], cleaning: Cleaning): CleanRow[] => rows.map((row) => cleanRow(row, cleaning));

function cleanRow({ row, cells: mapped, old, issues: found }: MappedRow, cleaning: Cleaning): CleanRow {
  const cells: Cells = {};
  const issues = [...found];
  const { country, today, wholeYears, phones, listing } = cleaning;
  const place: Place = { country, dateOrder: 'day-first', wholeYears, today, phones, listing };
  // The country of the address decides how the row's phone numbers are read, wherever its column stands.
  if (mapped.COUNTRY) {
    cells.COUNTRY = cleanCell(mapped.COUNTRY, 'COUNTRY', place, row, issues);
    place.country = cells.COUNTRY ?? cleaning.country;
  }
  const before = old && cleanOld(old, cleaning);
  if (!cells.COUNTRY && before?.COUNTRY) place.country = before.COUNTRY;
  for (const key in mapped) {
    const code = key as FieldCode;
    const cell = mapped[code];
    if (code === 'COUNTRY' && cell) continue;
    if (!cell) {
      cells[code] = cell;
      continue;
    }
    const field = fieldOf(code);
    if (!field) continue;
    if (field.type === 'date') place.dateOrder = cleaning.dateOrders.get(code) ?? 'day-first';
    cells[code] = cleanField(cell, field, place, row, issues);
    if (field.type === 'phone') keepTyped(cell, code as PhoneCode, cells);
  }
  return (before ? { row, cells, old: before, issues } : { row, cells, issues }) as CleanRow;
}

/** Values at export in normal form, so that they compare with stored ones; what cannot be is left as typed and will compare with nothing. */
function cleanOld(old: OldCells, { country, today, phones, dateOrders }: Cleaning): OldCells {
  const cleaned: OldCells = {};
  const place: Place = { country: old.COUNTRY ?? country, dateOrder: 'day-first', today, phones };
  for (const [key, cell] of Object.entries(old) as [FieldCode, string | null][]) {
    place.dateOrder = dateOrders.get(key) ?? 'day-first';
    cleaned[key] = cell === null ? null : (cleanCell(cell, key, place, 0, []) ?? cell);
  }
  return cleaned;
}

const ROUNDED_DIGITS = { skips: 'digits-rounded', keeps: 'digits-rounded-kept', refuses: 'number-rounded' } as const;

/** A number in normal form no longer shows how it was written, which may say more than the number. */
function keepTyped(cell: string, code: PhoneCode, cells: Cells): void {
  const { text } = tidy(cell);
  if (cells[code] && cells[code] !== text) cells[typedKey(code)] = text;
}

function cleanCell(text: string, code: FieldCode, place: Place, row: number, issues: Issue[]): string | undefined {
  const field = fieldOf(code);
  return field && cleanField(text, field, place, row, issues);
}

function cleanField(text: string, field: Field, place: Place, row: number, issues: Issue[]): string | undefined {
  const { code } = field;
  const { text: tidied, removed } = tidy(text, field.multiline);
  if (removed > 0) issues.push(issue('control-characters-removed', row, code, { value: tidied, count: removed }));
  if (tidied === '') return undefined;
  if (field.digits && isRounded(tidied)) {
    issues.push(issue(ROUNDED_DIGITS[field.digits], row, code, { value: tidied }));
    return field.digits === 'keeps' ? tidied : undefined;
  }
  const own = field.clean ? field.clean(tidied, place) : tidied;
  const cleaned = place.listing ? withinList(code, tidied, own, place.listing) : own;
  if (place.listing && place.listing.withoutList.size > 0 && place.listing.withoutList.delete(code)) issues.push(issue('no-list', row, code));
  if (typeof cleaned === 'string') return within(cleaned, field, row, issues);
  issues.push(issue(cleaned.code, row, code, cleaned.params));
  return cleaned.value;
}

/** Stands before a text that is added to the one that is stored, and is no part of it. */
const APPEND = '||';

/** The value within its field's length: shortened where the format says so, otherwise an error, because nothing is cut unseen. */
function within(value: string, field: Field, row: number, issues: Issue[]): string {
  if (value.length <= field.length) return value;
  const characters = [...(field.merge && value.startsWith(APPEND) ? value.slice(APPEND.length) : value)];
  if (characters.length <= field.length) return value;
  const params = { value, length: characters.length, max: field.length };
  issues.push(issue(field.shortens ? 'text-shortened' : 'text-too-long', row, field.code, params));
  return field.shortens ? characters.slice(0, field.length).join('').trimEnd() : value;
}
