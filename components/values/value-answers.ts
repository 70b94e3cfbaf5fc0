import { asCriterion, isOpen, type ValueColumn, type ValueRow } from '@/lib/engine';
import type { ListedValues, ValueAnswers } from './value-shapes';

/** What is said on the screen, by column and value; null where nothing is. */
export type SaidValues = Readonly<Record<number, Readonly<Record<string, string | null>>>>;

/** What stands there before anybody said anything: what was said before, else what is proposed. */
const startOf = ({ answer, reading }: ValueRow): string | null => answer ?? (reading.kind === 'proposed' ? reading.value : null);

export const startAnswers = (columns: readonly ValueColumn[]): SaidValues =>
  Object.fromEntries(columns.map(({ column, rows }) => [column, Object.fromEntries(rows.map((row) => [row.value, startOf(row)]))]));

export const withAnswer = (said: SaidValues, column: number, value: string, answer: string | null): SaidValues => ({
  ...said,
  [column]: { ...said[column], [value]: answer },
});

/** Says that all of a column is one criterion: of each value that does not name a criterion itself. */
export function sayCriterion(said: SaidValues, { column, rows }: ValueColumn, criterion: ListedValues['criteria'][number]): SaidValues {
  const values = rows.map(({ value }) => value).filter((value) => !value.includes('='));
  return { ...said, [column]: { ...said[column], ...asCriterion(values, criterion) } };
}

/** What differs from what was said before. */
export function changedAnswers(columns: readonly ValueColumn[], said: SaidValues): ValueAnswers {
  return columns.flatMap(({ column, rows }) => {
    const changed = rows.flatMap(({ value, answer }) => {
      const now = said[column]?.[value] ?? null;
      return now === (answer ?? null) ? [] : [[value, now] as const];
    });
    return changed.length > 0 ? [{ column, values: Object.fromEntries(changed) }] : [];
  });
}

/** Values that nobody said anything of and that nobody knows, with the cells that have them. */
export function stillOpen(columns: readonly ValueColumn[], said: SaidValues): { values: number; cells: number } {
  const open = columns.flatMap(({ column, rows }) => rows.filter((row) => isOpen({ ...row, answer: said[column]?.[row.value] ?? undefined })));
  return { values: open.length, cells: open.reduce((sum, { count }) => sum + count, 0) };
}
