import { fold } from '@/lib/engine/fields/values/tidy';
import { columnKeys } from './column-keys';
import type { ColumnShape, FileShape } from './file-shape';

/** In what a file may differ from the last one of its recipe. */
export const DRIFTS = ['column-gone', 'column-new', 'rows-jump', 'blank-up', 'mix-changed', 'mix-many', 'dates-differ'] as const;
export type DriftCode = (typeof DRIFTS)[number];

/** One difference. Shares are from 0 to 1; what is not about a column has none. */
export interface DriftFinding {
  code: DriftCode;
  /** Header of the column. */
  column?: string;
  /** The field that the column goes to. */
  field?: string;
  /** The value whose share moved most. */
  value?: string;
  before?: number | string;
  now?: number | string;
}

/** From how many differences the guard speaks. Each is where a change is no longer chance, and where it would show in contacts. */
const DRIFT = {
  /** Rows of one file to those of the other. Weekly lists double at a season's start; three times is another selection, or half of an export. */
  rowsFactor: 3,
  /** Rows of difference that a jump needs: of small lists three times as many is ten people more. */
  rowsDifference: 100,
  /** Rise of the share of blank cells. Fields that people may leave out move by a few points; a fifth of a list is a column that came loose. */
  blankRise: 0.2,
  /** Rows that are blank beyond what the last file lets expect: less is seen at a glance in the plan. */
  blankRows: 5,
  /**
   * Half the sum of what all shares moved by. Two files of fifty rows from the same half-and-half population differ by 0.1 in one standard
   * deviation: three of them are no chance, and larger files differ by less.
   */
  mixMoved: 0.3,
  /** Filled cells that either file needs for shares to be compared. */
  mixCells: 50,
  /** A list of at most so many values that has become none: another column stands in its place, or codes have become words. */
  mixFew: 10,
} as const;

interface Columns {
  /** Columns of the files that the recipe was made for; empty where they are not known. */
  header: readonly string[];
  /** Of these, the ones that go to fields, with those. */
  fields: ReadonlyMap<number, readonly string[]>;
}

/** What differs between a file and what its recipe knows: the columns it was made for, and the last file that was accepted with it, if any. */
export function findDrift(known: Columns, last: FileShape | null, header: readonly string[], now: FileShape): DriftFinding[] {
  return [...columnsChanged(known, header), ...(last ? [...rowsJumped(last, now), ...pairs(last, now).flatMap(columnDrifted)] : [])];
}

function columnsChanged({ header: before, fields }: Columns, header: readonly string[]): DriftFinding[] {
  if (before.length === 0) return [];
  const [were, are] = [columnKeys(before), columnKeys(header)];
  const gone = before.flatMap((column, index): DriftFinding[] => {
    const [field] = fields.get(index) ?? [];
    // A column that was left out anyway may go unnoticed.
    return field && were[index] !== null && !are.includes(were[index] as string) ? [{ code: 'column-gone', column, field }] : [];
  });
  const added = header.flatMap((column, index): DriftFinding[] =>
    are[index] !== null && !were.includes(are[index] as string) ? [{ code: 'column-new', column }] : [],
  );
  return [...gone, ...added];
}

function rowsJumped({ rows: before }: FileShape, { rows: now }: FileShape): DriftFinding[] {
  const isFar = Math.max(before, now) >= DRIFT.rowsFactor * Math.min(before, now) && Math.abs(now - before) >= DRIFT.rowsDifference;
  return isFar ? [{ code: 'rows-jump', before, now }] : [];
}

interface Pair {
  before: ColumnShape & { rows: number };
  now: ColumnShape & { rows: number };
}

function pairs(last: FileShape, now: FileShape): Pair[] {
  const [were, are] = [last, now].map(({ columns }) => columnKeys(columns.map(({ header }) => header))) as [(string | null)[], (string | null)[]];
  return last.columns.flatMap((before, index): Pair[] => {
    const key = were[index];
    const found = key === null ? undefined : now.columns[are.indexOf(key as string)];
    return found ? [{ before: { ...before, rows: last.rows }, now: { ...found, rows: now.rows } }] : [];
  });
}

const columnDrifted = (pair: Pair): DriftFinding[] => [...blanksUp(pair), ...mixMoved(pair), ...datesDiffer(pair)];

const blankShare = ({ filled, rows }: Pair['now']): number => (rows === 0 ? 0 : 1 - filled / rows);

/** Shares are fractions that binary numbers miss by a hair. */
const HAIR = 1e-9;

function blanksUp({ before, now }: Pair): DriftFinding[] {
  const [was, is] = [blankShare(before), blankShare(now)];
  const rise = is - was;
  const isUp = rise >= DRIFT.blankRise - HAIR && rise * now.rows >= DRIFT.blankRows - HAIR;
  return isUp ? [{ code: 'blank-up', column: now.header, field: now.field, before: was, now: is }] : [];
}

const sharesOf = ({ mix = [], filled }: ColumnShape): Map<string, { value: string; share: number }> =>
  new Map(mix.map(([value, rows]) => [fold(value), { value, share: rows / filled }]));

interface Move {
  before: number;
  now: number;
}

/** The share that moved most first; of two that moved as far, that which rose says more. */
function byMove(one: Move, other: Move): number {
  const [a, b] = [one.now - one.before, other.now - other.before];
  const further = Math.abs(b) - Math.abs(a);
  return Math.abs(further) > HAIR ? further : b - a;
}

function mixMoved({ before, now }: Pair): DriftFinding[] {
  const of = { column: now.header, field: now.field };
  if (!before.mix || Math.min(before.filled, now.filled) < DRIFT.mixCells) return [];
  if (!now.mix) {
    const isMany = before.distinct <= DRIFT.mixFew && now.distinct > DRIFT.mixFew;
    return isMany ? [{ code: 'mix-many', ...of, before: before.distinct, now: now.distinct }] : [];
  }
  const [were, are] = [sharesOf(before), sharesOf(now)];
  const moves = [...new Set([...were.keys(), ...are.keys()])].map((key) => {
    const [was, is] = [were.get(key), are.get(key)];
    return { value: is?.value ?? was?.value ?? key, before: was?.share ?? 0, now: is?.share ?? 0 };
  });
  const moved = moves.reduce((sum, move) => sum + Math.abs(move.now - move.before), 0) / 2;
  const [most] = moves.sort(byMove);
  return most && moved >= DRIFT.mixMoved - HAIR ? [{ code: 'mix-changed', ...of, ...most }] : [];
}

function datesDiffer({ before, now }: Pair): DriftFinding[] {
  if (!before.dateOrder || !now.dateOrder || before.dateOrder === now.dateOrder) return [];
  return [{ code: 'dates-differ', column: now.header, field: now.field, before: before.dateOrder, now: now.dateOrder }];
}
