import { type ColumnCodes, type CriterionDefinition, readCriteria } from '@/lib/engine/criteria';
import { type FieldCode, fieldOf } from '@/lib/engine/fields';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { type Issue, issue } from '@/lib/engine/issues';
import { type OperationCode, operationOf } from '@/lib/engine/operations';
import { ownerIssues } from '@/lib/engine/owner';
import type { Cells, CheckedRow, CleanRow } from '@/lib/engine/types';
import { isRemoval } from './removal';

/** What a row that removes must be checked against. */
interface Checking {
  institution: InstitutionContext;
  criteria: ReadonlyMap<string, CriterionDefinition>;
}

const GLOBAL: readonly FieldCode[] = ['INSTITUTION', 'ORGANIZATION', 'OPERATION', 'CONTACT_NR'];
/** Are compared with the stored ones and never written. */
const NAMES: readonly FieldCode[] = ['FIRSTNAME', 'LASTNAME', 'OFFICIAL_NAME'];

/** Begins the text of a cell that a spreadsheet would have worked out. */
const FORMULA = /^(=|[+@-]\s*[A-Za-z]+\s*\()/;

const isListed = (key: string): boolean => key.startsWith('=') || ['authorizations', 'criteria'].includes(fieldOf(key)?.group ?? '');

/**
 * A row of a file that is meant to remove: it says an operation and a number. Names are there to be compared; of other cells only the
 * authorizations and criteria of a DELETE count, so that an exported list can be sent back as it is.
 */
export function checkRemoval(
  { row, cells: given, old, issues: found }: CleanRow,
  { institution, criteria }: Checking,
  codes: ColumnCodes,
): CheckedRow {
  const word = given.OPERATION ?? '';
  const operation: OperationCode = operationOf(word)?.code ?? 'INSERT';
  const read = operation === 'DELETE' ? readCriteria(given, row, codes, criteria, institution.rules.lenient) : { cells: given, issues: [] };
  const cells: Cells = {};
  for (const name of [...GLOBAL, ...NAMES]) {
    const cell = given[name] ?? old?.[name];
    if (cell !== undefined) cells[name] = cell;
  }
  if (operation === 'DELETE') for (const key in read.cells) if (isListed(key)) cells[key as FieldCode] = read.cells[key as FieldCode];
  const relevant = found.filter(({ field }) => field === null || field in cells || GLOBAL.includes(field as FieldCode));
  const issues = [...relevant, ...read.issues, ...removalIssues(row, word, cells, found), ...ownerIssues(row, cells, institution)];
  const keys = { number: cells.CONTACT_NR ?? null, email: null, structure: null };
  const refusal = issues.some(({ level }) => level === 'error') ? 'refused' : null;
  const checked = { row, cells, issues, operation, kind: 'unnamed', keys, refusal, ...(Object.keys(codes).length > 0 && { codes }) };
  return checked as unknown as CheckedRow;
}

function removalIssues(row: number, word: string, cells: Cells, found: readonly Issue[]): Issue[] {
  const issues: Issue[] = [];
  if (!isRemoval(word) && !found.some(({ code }) => code === 'unknown-operation')) {
    issues.push(issue('not-a-removal', row, 'OPERATION', { value: word || 'INSERT' }));
  }
  for (const field of [...GLOBAL, ...NAMES]) {
    const cell = cells[field];
    if (cell && FORMULA.test(cell)) issues.push(issue('formula-in-cell', row, field, { value: cell }));
  }
  if (!cells.CONTACT_NR && !found.some(({ field, level }) => field === 'CONTACT_NR' && level === 'error')) {
    issues.push(issue('number-missing', row, 'CONTACT_NR'));
  }
  return issues;
}
