import { criterionCode, joinValues, splitValues } from './criteria';
import type { FieldCode } from './fields';
import { fieldOf } from './fields';
import type { Follower } from './gather';
import { type Issue, issue } from './issues';
import type { Cell, Cells, CriterionKey } from './types';

const APPEND = '||';

/**
 * The cells of all rows about one contact as the cells of one row. What only one row says is taken; where two differ the later wins with an
 * issue at its row, except that a refused consent stays refused and appended texts add up.
 */
export function mergeRows(first: Cells, followers: readonly Follower[]): { cells: Cells; issues: Issue[] } {
  const cells = { ...first };
  const issues: Issue[] = [];
  for (const follower of followers) {
    for (const [name, later] of Object.entries(follower.cells)) {
      const key = name as FieldCode | CriterionKey;
      const earlier = cells[key];
      if (later === undefined || later === earlier) continue;
      cells[key] = earlier === undefined ? later : both(key, earlier, later);
      if (earlier === undefined) continue;
      if (cells[key] === later) issues.push(issue('later-row-wins', follower.row, key, { value: later ?? '=', earlier: earlier ?? '=' }));
      else if (cells[key] === earlier) issues.push(issue('consent-raise', follower.row, key, { value: later ?? '=' }));
    }
  }
  return { cells, issues };
}

function both(key: string, earlier: string | null, later: string | null): Cell {
  const field = fieldOf(key);
  if (field?.type === 'flag' && earlier === 'FALSE') return earlier;
  if (earlier === null || !later?.startsWith(APPEND)) return later;
  const addition = later.slice(APPEND.length);
  if (criterionCode(key) === null) return field?.merge ? `${earlier}\n${addition}` : later;
  const mark = earlier.startsWith(APPEND) ? APPEND : '';
  return mark + joinValues([...splitValues(earlier.slice(mark.length)), ...splitValues(addition)]);
}
