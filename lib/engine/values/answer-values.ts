import { columnsMade, columnsRead } from '@/lib/engine/edits/columns';
import type { Edit, Edits } from '@/lib/engine/edits/index';
import { valueKey } from '@/lib/engine/edits/map-values';

type MapValues = Extract<Edit, { op: 'map-values' }>;

const isAnswering = (edit: Edit, column: number): edit is MapValues => edit.op === 'map-values' && edit.column === column;

const holderAt = ({ list }: Edits, column: number): number => list.findLastIndex((edit) => isAnswering(edit, column));

/** Where in the list the values of a column are answered: at the last edit that does so, else before the first that makes others of it. */
export function placeOfAnswers(edits: Edits, column: number): number {
  const holder = holderAt(edits, column);
  if (holder >= 0) return holder;
  const maker = edits.list.findIndex((edit) => columnsMade(edit).length > 0 && columnsRead(edit).includes(column));
  return maker >= 0 ? maker : edits.list.length;
}

/** What was said of the values of a column, by their keys. */
export function answersOf(edits: Edits, column: number): Map<string, string> {
  const holder = edits.list[holderAt(edits, column)];
  const values = holder && isAnswering(holder, column) ? holder.values : {};
  return new Map(Object.entries(values).map(([from, to]) => [valueKey(from), to]));
}

/** The edits with what was said of values of a column: a text that it becomes, an empty one to leave the field alone, null to take back what was said. */
export function answerValues(edits: Edits, column: number, answers: Readonly<Record<string, string | null>>): Edits {
  const at = placeOfAnswers(edits, column);
  const holder = edits.list[at];
  const before = holder && isAnswering(holder, column) ? Object.entries(holder.values) : [];
  const said = new Set(Object.keys(answers).map(valueKey));
  const given = Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== null);
  const values = Object.fromEntries([...before.filter(([from]) => !said.has(valueKey(from))), ...given]);
  const isEmpty = Object.keys(values).length === 0;
  const list = [...edits.list];
  list.splice(at, before.length > 0 ? 1 : 0, ...(isEmpty ? [] : [{ op: 'map-values' as const, column, values }]));
  return { ...edits, list };
}
