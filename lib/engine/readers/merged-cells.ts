import { LIMITS } from '@/lib/engine/limits';
import type { FileIssue } from '@/lib/engine/types';
import { fileIssue } from './file-issue';
import { columnOf } from './xlsx/cell-place';

/** Cells that were made one: rows 1-based as the spreadsheet shows them, columns 0-based, all included. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Ranges named in one issue; a sheet with a thousand of them has one cause. */
const NAMED = 5;

/** A range from its name, such as `A2:B5`; null for anything else. */
export function rangeOf(name: string): CellRange | null {
  const [from, to] = name.split(':');
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((cell) => Number(/\d+$/.exec(cell ?? '')?.[0] ?? 0)) as [number, number];
  return left === null || right === null || top < 1 || !Number.isSafeInteger(bottom) || bottom < top || right < left
    ? null
    : { top, bottom, left, right };
}

/**
 * Says which cells of the records are merged: their value stands in the first of them and nowhere else. `from`: row of the first record;
 * what is merged above it is a header or a title.
 */
export function mergedCells(ranges: readonly CellRange[], from: number): FileIssue[] {
  const records = ranges.filter(({ bottom }) => bottom >= from);
  const down = records.filter(({ top, bottom }) => bottom > top);
  const across = records.filter(({ top, bottom, left, right }) => top === bottom && right > left);
  const issues: FileIssue[] = [];
  if (down.length > 0) issues.push(fileIssue('merged-down', { ...told(down), columns: columnsOf(down).join(' ') }));
  if (across.length > 0) issues.push(fileIssue('merged-across', told(across)));
  return issues;
}

/** The columns (0-based) in which cells are merged over several rows, as the issues of a reading tell them. */
export function mergedColumns(issues: readonly FileIssue[]): number[] {
  const columns = issues.find(({ code }) => code === 'merged-down')?.params.columns ?? '';
  return String(columns).split(' ').filter(Boolean).map(Number);
}

const columnsOf = (ranges: readonly CellRange[]) =>
  [...new Set(ranges.map(({ left }) => left))].sort((one, other) => one - other).slice(0, LIMITS.columns);

const told = (ranges: readonly CellRange[]) => ({ value: ranges.slice(0, NAMED).map(nameOf).join(', '), count: ranges.length });

const nameOf = ({ top, bottom, left, right }: CellRange) => `${lettersOf(left)}${top}:${lettersOf(right)}${bottom}`;

/** The letters of a column, such as `AB` for 27. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
