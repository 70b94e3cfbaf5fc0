import { cellType, isValueType } from './cell-type';
import { type HeaderPlace, isTyped } from './header';

type Rows = readonly (readonly string[])[];

const filled = (row: readonly string[] = []) => row.filter((cell) => cell.trim() !== '');
const isWords = (cells: readonly string[]) => !cells.some((cell) => isValueType(cellType(cell)));
const hasRepeats = (cells: readonly string[]) => new Set(cells).size < cells.length;

/**
 * The two rows of a header whose first one names groups of columns, such as "Billing" and "Delivery", because names of the second one
 * stand twice; null for any other header. `found`: the header as it seems, which may be either row.
 */
export function groupsOf(rows: Rows, { index, rows: count }: HeaderPlace): HeaderPlace | null {
  const top = [index - 1, index].find((at) => at >= 0 && isGrouped(rows[at], rows[at + 1], rows.slice(at + 2)));
  return count <= 2 && top !== undefined ? { index: top, rows: 2 } : null;
}

function isGrouped(above: readonly string[] = [], names: readonly string[] = [], body: Rows): boolean {
  const [groups, words] = [filled(above), filled(names)];
  if (groups.length < 2 || groups.length >= words.length || hasRepeats(groups) || !hasRepeats(words) || !isWords([...groups, ...words])) return false;
  // Words above numbers, dates or addresses: the second row is no record.
  return names.some((name, column) => name !== '' && isTyped(body.slice(0, 100).map((row) => row[column] ?? '')));
}

/** The rows of such a header with each group above all of its columns: only the first of them has it, as merged cells leave it. */
export function spreadGroups([above = [], names = []]: Rows): Rows {
  let group = '';
  const spread = names.map((name, column) => {
    group = above[column] || (name === '' ? '' : group);
    return group;
  });
  return [spread, names];
}
