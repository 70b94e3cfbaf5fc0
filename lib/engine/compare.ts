import { criterionCode, mergeValues } from './criteria';
import { type FieldCode, fieldOf } from './fields';
import type { Cleaned } from './fields/field';
import { type Issue, issue } from './issues';
import type { Cell, Cells, ChangeValues, CriterionKey, StoredContact } from './types';

/** What a row changes of a contact: only fields that differ, with their old and new values. */
export interface Difference {
  before: ChangeValues;
  after: ChangeValues;
  issues: Issue[];
}

/**
 * What these cells change of a contact; with null, of nobody yet. An absent cell changes nothing and null clears. A consent that was
 * refused is never raised, nor cleared so that a second file could raise it.
 */
export function compare(row: number, cells: Cells, contact: StoredContact | null): Difference {
  const difference: Difference = { before: {}, after: {}, issues: [] };
  for (const [name, cell] of Object.entries(cells) as [FieldCode | CriterionKey, Cell][]) {
    if (cell === undefined || (contact && name === 'CONTACT_NR')) continue;
    const before = contact?.fields[name] ?? null;
    const after = valueAfter(row, name, before, cell, difference.issues);
    if (after === before) continue;
    if (contact) difference.before[name] = before;
    difference.after[name] = after;
  }
  return difference;
}

function valueAfter(row: number, key: string, before: string | null, cell: string | null, issues: Issue[]): string | null {
  const field = fieldOf(key);
  if (field?.type === 'flag' && before === 'FALSE' && cell !== 'FALSE') {
    issues.push(issue('consent-raise', row, key, { value: cell ?? '=' }));
    return before;
  }
  if (cell === null) return null;
  const merged: Cleaned = criterionCode(key) === null ? (field?.merge?.(before ?? undefined, cell) ?? cell) : mergeValues(before ?? undefined, cell);
  if (typeof merged === 'string') return merged;
  issues.push(issue(merged.code, row, key, merged.params));
  return merged.value ?? before;
}
