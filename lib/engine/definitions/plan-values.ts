import type { DefinitionCells } from './cells-of';
import { type DefinedLabels, type DefinedValue, LAST_RANK } from './definition';
import type { WantedLabels, WantedValue } from './wanted';

/** What a change of a definition is, in a word. */
export const DEFINITION_MOVES = ['create', 'extend', 'change', 'relabel', 'reorder', 'retire', 'reinstate'] as const;
export type DefinitionMove = (typeof DEFINITION_MOVES)[number];

/** A definition that is made or changed. `before` and `after` hold the cells that differ, by column; of a new one `before` is empty. */
export interface DefinitionChange {
  row: number;
  code: string;
  /** Null for the criterion or structure type itself. */
  value: string | null;
  move: DefinitionMove;
  before: DefinitionCells;
  after: DefinitionCells;
}

/** The labels after a change. */
export function mergeLabels(labels: DefinedLabels, wanted: WantedLabels): DefinedLabels {
  const merged = { ...labels, ...wanted };
  return { ...(merged.en && { en: merged.en }), ...(merged.fr && { fr: merged.fr }) };
}

const isLabel = (column: string) => column === 'NAME' || /_(EN|FR)$/.test(column);

/** The change between two rows of cells, or null where they say the same. */
export function changeOf(
  place: Pick<DefinitionChange, 'row' | 'code' | 'value'>,
  before: DefinitionCells,
  after: DefinitionCells,
): DefinitionChange | null {
  const columns = Object.keys(after).filter((column) => before[column] !== after[column]);
  if (columns.length === 0) return null;
  const pick = (cells: DefinitionCells) => Object.fromEntries(columns.map((column) => [column, cells[column] ?? '']));
  return { ...place, move: moveOf(columns, after), before: pick(before), after: pick(after) };
}

/** The word of a change of several cells is that of the gravest. */
function moveOf(columns: readonly string[], after: DefinitionCells): DefinitionMove {
  if (columns.includes('STATUS')) return after.STATUS === 'RETIRED' ? 'retire' : 'reinstate';
  if (columns.every((column) => column === 'RANK')) return 'reorder';
  return columns.every((column) => isLabel(column) || column === 'RANK') ? 'relabel' : 'change';
}

/** A list after what is wanted of its values, in their places. A new value without a place goes behind the others. */
export function mergeValues(values: readonly DefinedValue[], wanted: readonly WantedValue[]): DefinedValue[] {
  const merged = new Map(values.map((value) => [value.value, value]));
  let last = Math.max(0, ...values.map(({ rank }) => rank), ...wanted.map(({ rank }) => rank ?? 0));
  for (const { value, labels, rank, retired } of wanted) {
    const known = merged.get(value);
    const place = rank ?? known?.rank ?? Math.min(++last, LAST_RANK);
    merged.set(value, { value, labels: mergeLabels(known?.labels ?? {}, labels), rank: place, retired: retired ?? known?.retired ?? false });
  }
  return [...merged.values()].sort(byPlace);
}

/** By place; of equals the one whose code comes first. */
export const byPlace = (one: DefinedValue, other: DefinedValue): number => one.rank - other.rank || (one.value < other.value ? -1 : 1);

/** The changes that lead from one state of a list to another, in the order in which they were asked for. */
export function valueChanges(
  code: (value: string) => Pick<DefinitionChange, 'code' | 'value'>,
  [before, after]: readonly [readonly DefinedValue[], readonly DefinedValue[]],
  wanted: readonly WantedValue[],
  cells: (value: DefinedValue) => DefinitionCells,
): DefinitionChange[] {
  const known = new Map(before.map((value) => [value.value, value]));
  const become = new Map(after.map((value) => [value.value, value]));
  return wanted.flatMap(({ row, value }) => {
    const [was, is] = [known.get(value), become.get(value)];
    if (!is) return [];
    if (!was) return [{ row, ...code(value), move: 'extend' as const, before: {}, after: cells(is) }];
    return changeOf({ row, ...code(value) }, cells(was), cells(is)) ?? [];
  });
}
