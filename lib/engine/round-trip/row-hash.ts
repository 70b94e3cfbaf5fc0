import { fieldOfKey } from '@/lib/engine/addresses';
import { criterionCode } from '@/lib/engine/criteria';
import { fieldOf } from '@/lib/engine/fields';
import { isTyped } from '@/lib/engine/typed-text';
import type { Cells, StoredContact } from '@/lib/engine/types';
import { isChangeable } from './column-key';
import { digest } from './digest';

/** The columns that a hash is over, sorted: codes of fields, and one code for all criteria, whichever columns they stand in. */
export type HashedColumns = readonly string[];

const CRITERIA = 'CRIT';
/** Separate key from value and entry from entry; cleaning takes them out of values. */
const [WITHIN, BETWEEN] = ['\u001f', '\u001e'];

/** What a hash says: over which columns it is, what the contact held in them, and what the row said. */
export interface RowHash {
  columns: string;
  contact: string;
  cells: string;
}

const columnOf = (key: string): string => (criterionCode(key) === null && fieldOf(key)?.type !== 'criterion' ? fieldOfKey(key) : CRITERIA);

export const hashedColumns = (keys: Iterable<string>): HashedColumns =>
  [...new Set([...keys].filter((key) => isChangeable(key) || key === 'ADDR_TYPE' || criterionCode(key) !== null).map(columnOf))].sort();

const columnsDigest = (columns: HashedColumns): string => digest(columns.join(WITHIN)).slice(0, 8);

function valuesDigest(number: string, values: { readonly [key: string]: string | null | undefined }, columns: HashedColumns): string {
  const within = new Set(columns);
  const entries = Object.entries(values).filter(([key, value]) => value !== undefined && !isTyped(key) && within.has(columnOf(key)));
  return digest([number, ...entries.map(([key, value]) => `${key}${WITHIN}${value ?? '='}`).sort()].join(BETWEEN));
}

/** What a contact holds in the columns, all its addresses among them. */
export const contactDigest = (contact: StoredContact, columns: HashedColumns): string => valuesDigest(contact.number, contact.fields, columns);

const cellsDigest = (cells: Cells, columns: HashedColumns): string => valuesDigest(cells.CONTACT_NR ?? '', cells, columns);

/** The hash of an exported row. `cells` are what it says once it is read: values in normal form, criteria by their codes. */
export const rowHash = (contact: StoredContact, cells: Cells, columns: HashedColumns): string =>
  [columnsDigest(columns), contactDigest(contact, columns), cellsDigest(cells, columns)].join('-');

const HASH = /^([0-9a-f]{8})-([0-9a-f]{16})-([0-9a-f]{16})$/i;

/** The hash as a file has it; null where it is none, or one over other columns than the file's: then it cannot say anything. */
export function readRowHash(text: string, columns: HashedColumns): RowHash | null {
  const [, ofColumns, contact, cells] = HASH.exec(text.toLowerCase()) ?? [];
  return ofColumns && contact && cells && ofColumns === columnsDigest(columns) ? { columns: ofColumns, contact, cells } : null;
}

/** Whether a row still says what it said when it was exported. */
export const saysTheSame = (hash: RowHash, cells: Cells, columns: HashedColumns): boolean => hash.cells === cellsDigest(cells, columns);
