import {
  type ColumnKey,
  columnsMade,
  columnsRead,
  type Edit,
  type Edits,
  FIRST_MADE_COLUMN,
  type Mapping,
  sourceOf,
  usualFields,
} from '@/lib/engine';

/** What a person settles on the Map step. */
export interface MapState {
  mapping: Mapping;
  edits: Edits;
}

const withList = ({ edits, ...state }: MapState, list: Edit[]): MapState => ({ ...state, edits: { ...edits, list } });

/** The number of the next column that an edit makes. */
export const nextMade = ({ list }: Edits): number => Math.max(FIRST_MADE_COLUMN - 1, ...list.flatMap(columnsMade)) + 1;

/** The places in the list of the edits that are shown with a column of the file. */
export const editsOf = (edits: Edits, column: number): number[] =>
  edits.list.flatMap((edit, at) => (sourceOf(columnsRead(edit)[0] ?? column, edits) === column ? [at] : []));

/** The first edit that makes columns of a column; undefined where it goes to its field as it is. */
export const makerOf = (edits: Edits, column: number): Edit | undefined =>
  edits.list.find((edit) => columnsMade(edit).length > 0 && columnsRead(edit).includes(column));

/** Columns of the file that reach a field, on their own or as a part. */
export function usedColumns({ mapping, edits }: MapState): Set<number> {
  const used = new Set<number>();
  const use = (column: number): void => {
    if (column < FIRST_MADE_COLUMN) used.add(column);
    else for (const read of edits.list.filter((edit) => columnsMade(edit).includes(column)).flatMap(columnsRead)) use(read);
  };
  for (const [column, field] of Object.entries(mapping)) if (field) use(Number(column));
  return used;
}

/**
 * Adds an edit: one that changes a column before those that make others of it, which are to see what it did. What it makes goes to the fields
 * it is meant for, as far as these are free, the first to the field of the column it reads.
 */
export function addEdit(state: MapState, edit: Edit): MapState {
  const { mapping, edits } = state;
  const made = columnsMade(edit);
  const reads = columnsRead(edit);
  if (made.length === 0) {
    const before = edits.list.findIndex((other) => columnsMade(other).length > 0 && columnsRead(other).includes(reads[0] ?? -1));
    const at = before < 0 ? edits.list.length : before;
    return withList(state, [...edits.list.slice(0, at), edit, ...edits.list.slice(at)]);
  }
  const next: Mapping = { ...mapping };
  const own = reads.map((index) => mapping[index]).find((field) => field) ?? null;
  for (const index of reads) next[index] = null;
  const isFree = (field: ColumnKey) => !Object.values(next).includes(field);
  const usual = usualFields(edit.op);
  made.forEach((index, at) => {
    const wanted = usual[at] ?? (at === 0 ? own : null);
    next[index] = wanted && isFree(wanted) ? wanted : null;
  });
  return withList({ ...state, mapping: next }, [...edits.list, edit]);
}

/** Takes an edit back, and those that read what it made: its column goes to the field that its first part went to. */
export function removeEdit({ mapping, edits }: MapState, at: number): MapState {
  const edit = edits.list[at];
  if (!edit) return { mapping, edits };
  const gone = new Set<number>();
  const list = edits.list.filter((other, place) => {
    const isGone = place === at || columnsRead(other).some((index) => gone.has(index));
    if (isGone) for (const index of columnsMade(other)) gone.add(index);
    return !isGone;
  });
  const [first] = columnsMade(edit);
  const [source] = columnsRead(edit);
  const next = Object.fromEntries(Object.entries(mapping).filter(([index]) => !gone.has(Number(index))));
  if (first !== undefined && source !== undefined && mapping[first]) next[source] = mapping[first];
  return { mapping: next, edits: { ...edits, list } };
}

/** Where an edit goes when it is moved up (-1) or down (1) among those that change the same column; null where it cannot. */
export function moveTo(edits: Edits, at: number, by: -1 | 1): number | null {
  const edit = edits.list[at];
  if (!edit || columnsMade(edit).length > 0) return null;
  for (let place = at + by; place >= 0 && place < edits.list.length; place += by) {
    const other = edits.list[place] as Edit;
    if (!columnsRead(other).includes(columnsRead(edit)[0] ?? -1)) continue;
    return columnsMade(other).length > 0 ? null : place;
  }
  return null;
}

/** Changes the places of two edits. */
export function swapEdits(state: MapState, one: number, other: number): MapState {
  const list = [...state.edits.list];
  [list[one], list[other]] = [list[other] as Edit, list[one] as Edit];
  return withList(state, list);
}

/** How several columns for one field become one. */
export type Combination = { how: 'join'; sign: string } | { how: 'first-filled' } | { how: 'only'; column: number };

/** Carries out what was decided for the columns that go to a field. */
export function combine(state: MapState, columns: readonly number[], decided: Combination): MapState {
  const field = state.mapping[columns[0] ?? -1] ?? null;
  if (decided.how === 'only') {
    const mapping = { ...state.mapping };
    for (const index of columns) mapping[index] = index === decided.column ? field : null;
    return { ...state, mapping };
  }
  const into = nextMade(state.edits);
  const made = { columns: [...columns], into };
  return addEdit(state, decided.how === 'join' ? { op: 'join', with: decided.sign, ...made } : { op: 'first-filled', ...made });
}
