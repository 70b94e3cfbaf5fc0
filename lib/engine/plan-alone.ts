import { indexContacts } from './contact-index';
import { startGathering } from './gather';
import { identify } from './identify';
import { operationOf } from './operations';
import { planRows, startPlanning } from './plan';
import type { CheckedRow, InstitutionContext, PlannedRow } from './types';

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
 * The text by which a row is known again: a contact that was created by it, or updated to it, and has not changed since is left unchanged by
 * the same row. Null for a row that would do more the second time, that expects another contact, or that is about two.
 */
export function repeatableText({ cells, kind, operation, refusal, expected }: CheckedRow): string | null {
  if (refusal !== null || expected || kind !== 'individual' || operationOf(operation)?.finds !== 'by-identity') return null;
  return Object.values(cells).some((cell) => cell?.startsWith(ADDS)) ? null : JSON.stringify(cells);
}

/** Begins a value that is added to what is there. */
const ADDS = '||';
