import { indexContacts } from './contact-index';
import { type Digest, digest } from './digest';
import { startGathering } from './gather';
import { identify } from './identify';
import type { InstitutionContext } from './institution-context';
import { operationOf } from './operations';
import { planRows, startPlanning } from './plan';
import type { CheckedRow, PlannedRow } from './types';

/**
 * What becomes of rows whose keys nobody else has, no stored contact and no other row of the file: the common case of a first import, and
 * decided without looking anything up.
 */
export function planAlone(rows: readonly CheckedRow[], institution: InstitutionContext): PlannedRow[] {
  const nobody = indexContacts([], institution);
  const planning = startPlanning(institution, startGathering());
  return planRows(
    rows.map((row) => identify(row, nobody)),
    planning,
  );
}

/**
 * By what a row is known again: a contact that was created by it, or updated to it, and has not changed since is left unchanged by the same
 * row. Null for a row that would do more the second time, that expects another contact, or that is about two.
 */
export function repeatableHash({ cells, kind, operation, refusal, expected }: CheckedRow): Digest | null {
  if (refusal !== null || expected || kind !== 'individual' || operationOf(operation)?.finds !== 'by-identity') return null;
  let text = '';
  for (const key in cells) {
    const cell = cells[key as keyof typeof cells];
    if (cell?.startsWith(ADDS)) return null;
    if (cell !== undefined) text += `${key}\u001f${cell ?? '='}\u001e`;
  }
  return digest(text);
}

/** Begins a value that is added to what is there. */
const ADDS = '||';
