import { fieldOfKey } from '@/lib/engine/addresses';
import { criterionCode } from '@/lib/engine/criteria';
import { digestText } from '@/lib/engine/digest';
import { fieldOf } from '@/lib/engine/fields';
import { isTyped } from '@/lib/engine/typed-text';
import type { Cells, StoredContact } from '@/lib/engine/types';
import { isChangeable } from './column-key';

/** The columns that a row's own digest is over, sorted: codes of fields, and one code for all criteria, whichever columns they stand in. */
export type HashedColumns = readonly string[];

const CRITERIA = 'CRIT';
/** Separate key from value and entry from entry; cleaning takes them out of values. */
const [WITHIN, BETWEEN] = ['\u001f', '\u001e'];

/** What a hash says: what the contact held, and over which columns what the row said. */
export interface RowHash {
  columns: string;
  contact: string;
  cells: string;
}

const columnOf = (key: string): string => (criterionCode(key) === null && fieldOf(key)?.type !== 'criterion' ? fieldOfKey(key) : CRITERIA);

export const hashedColumns = (keys: Iterable<string>): HashedColumns =>
  [...new Set([...keys].filter((key) => isChangeable(key) || key === 'ADDR_TYPE' || criterionCode(key) !== null).map(columnOf))].sort();

const columnsDigest = (columns: HashedColumns): string => digestText(columns.join(WITHIN)).slice(0, 8);

const valuesDigest = (number: string, entries: readonly (readonly [string, string | null | undefined])[]): string =>
  digestText([number, ...entries.map(([key, value]) => `${key}${WITHIN}${value ?? '='}`).sort()].join(BETWEEN));

/** All that a contact holds, whatever columns a file has: a column that somebody takes out of the file does not hide a change. */
export const contactDigest = ({ number, fields }: StoredContact): string =>
  valuesDigest(
    number,
    Object.entries(fields).filter(([key]) => key !== 'CONTACT_NR'),
  );

function cellsDigest(cells: Cells, columns: HashedColumns): string {
  const within = new Set(columns);
  const said = Object.entries(cells).filter(([key, cell]) => cell !== undefined && !isTyped(key) && within.has(columnOf(key)));
  return valuesDigest(cells.CONTACT_NR ?? '', said);
}

/** The hash of an exported row. `cells` are what it says once it is read: values in normal form, criteria by their codes. */
export const rowHash = (contact: StoredContact, cells: Cells, columns: HashedColumns): string =>
  [columnsDigest(columns), contactDigest(contact), cellsDigest(cells, columns)].join('-');

const HASH = /^([0-9a-f]{8})-([0-9a-f]{16})-([0-9a-f]{16})$/;

/** The hash as a file has it; null where it is none. */
export function readRowHash(text: string): RowHash | null {
  const [, columns, contact, cells] = HASH.exec(text.toLowerCase()) ?? [];
  return columns && contact && cells ? { columns, contact, cells } : null;
}

/** Whether a row still says what it said when it was exported. It cannot be told of a file whose columns are not those of the export. */
export const saysTheSame = (hash: RowHash, cells: Cells, columns: HashedColumns): boolean =>
  hash.columns === columnsDigest(columns) && hash.cells === cellsDigest(cells, columns);
