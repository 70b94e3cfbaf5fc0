import { fieldOfKey, mainTwin, nameUses } from './addresses';
import { criterionCode, joinValues, splitValues } from './criteria';
import { fieldOf } from './fields';
import type { Cleaned } from './fields/field';
import { isRounded } from './fields/values/rounded';
import type { Follower } from './gather';
import { type Issue, issue } from './issues';
import { isPhone, isTyped, typedKey } from './typed-text';
import type { Cell, Cells } from './types';

const APPEND = '||';

/**
 * The cells of all rows about one contact as the cells of one row. What only one row says is taken; where two differ the later wins with an
 * issue at its row, except that a refused consent stays refused and appended texts add up. Addresses for different uses do not differ:
 * `first` has its cells under the uses that its row names, and so has the answer.
 */
export function mergeRows(first: Cells, followers: readonly Follower[]): { cells: Cells; issues: Issue[] } {
  const cells = { ...first };
  const found = new Map<string, Issue>();
  for (const { row, cells: later } of followers) {
    for (const [key, cell] of Object.entries(nameUses(later)) as [keyof Cells, Cell][]) {
      if (cell === undefined || isTyped(key) || steers(key)) continue;
      const earlier = cells[key];
      const problem = mergeCell(cells, key, cell, row);
      if (isPhone(key) && cell !== earlier && cell === cells[key]) cells[typedKey(key)] = later[typedKey(key)];
      // An address for several uses says the same of each.
      if (problem) found.set(`${row} ${problem.field} ${problem.code}`, problem);
    }
  }
  return { cells, issues: [...found.values()] };
}

/** What a row says of itself, such as its operation, is no matter of the contact. */
const steers = (key: string): boolean => fieldOf(fieldOfKey(key))?.appliesTo.length === 0;

/** A row that names no uses is about the main address too: it meets there the rows that name it. */
function mergeCell(cells: Cells, key: keyof Cells, later: string | null, row: number): Issue | null {
  const twin = mainTwin(key);
  const earlier = cells[key] === undefined && twin ? cells[twin] : cells[key];
  if (twin?.endsWith('@M') && cells[twin] !== undefined) cells[twin] = later;
  const merged = earlier === undefined ? later : both(key, earlier, later);
  if (merged !== null && typeof merged === 'object') {
    cells[key] = merged.value;
    return issue(merged.code, row, key, merged.params);
  }
  cells[key] = merged;
  if (earlier === undefined || later === earlier) return null;
  const params = { value: later ?? '=', earlier: earlier ?? '=' };
  if (cells[key] === later) return issue('later-row-wins', row, fieldOfKey(key), params);
  return fieldOf(key)?.type === 'flag' ? issue('consent-raise', row, key, { value: params.value }) : null;
}

function both(key: string, earlier: string | null, later: string | null): Cleaned | null {
  const field = fieldOf(key);
  if (field?.type === 'flag' && earlier === 'FALSE') return earlier;
  // What a spreadsheet left of a number is nothing against a number.
  if (isPhone(key) && earlier !== null && later !== null && isRounded(later)) return earlier;
  const addsUp = later !== null && (field?.addsUp || later.startsWith(APPEND));
  if (earlier === null || !addsUp) return later;
  if (criterionCode(key) === null) return field?.merge?.(earlier, later) ?? later;
  const addition = later.slice(APPEND.length);
  const mark = earlier.startsWith(APPEND) ? APPEND : '';
  return mark + joinValues([...splitValues(earlier.slice(mark.length)), ...splitValues(addition)]);
}
