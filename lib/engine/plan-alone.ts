import { type ContactIndex, indexContacts } from './contact-index';
import { type Digest, digest } from './digest';
import { startGathering } from './gather';
import { identify } from './identify';
import type { InstitutionContext } from './institution-context';
import { operationOf } from './operations';
import { type Planning, planNewPerson, planRows, startPlanning } from './plan';
import type { CheckedRow, PlannedRow } from './types';

/**
 * What becomes of rows whose keys nobody else has, no stored contact and no other row of the file: the common case of a first import, and
 * decided without looking anything up.
 */
export function planAlone(rows: readonly CheckedRow[], institution: InstitutionContext): PlannedRow[] {
  const nobody = indexContacts([], institution);
  const planning = startPlanning(institution, startGathering());
  return rows.map((row) => (isNewPerson(row, institution) ? planNewPerson(row, planning) : planOther(row, nobody, planning)));
}

/** Whether nothing about a row has to be decided by who else there is. */
const isNewPerson = ({ refusal, kind, keys, expected, operation }: CheckedRow, { removal }: InstitutionContext): boolean =>
  refusal === null && kind === 'individual' && keys.number === null && !expected && !removal && operationOf(operation)?.finds !== 'by-number';

const planOther = (row: CheckedRow, nobody: ContactIndex, planning: Planning): PlannedRow =>
  planRows([identify(row, nobody)], planning)[0] as PlannedRow;

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
