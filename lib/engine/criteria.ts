import type { FieldCode } from './fields';
import type { InstitutionContext } from './institution-context';
import { type Issue, type IssueCode, issue } from './issues';
import { nearest } from './nearest';
import type { Cells, CriterionKey } from './types';

/** A criterion that the institution has defined. */
export type CriterionDefinition = InstitutionContext['criteria'][number];

/** The codes that CONFIG rows gave to criterion columns; they hold until the next CONFIG row. */
export type ColumnCodes = Readonly<Partial<Record<FieldCode, string>>>;

/** Stands before values that are added to those there. */
export const APPEND = '||';

/** The key of a criterion among the fields of a row, a change or a contact. */
const criterionKey = (code: string): CriterionKey => `=${code}`;

/** The code of a criterion's key, or null for the key of a field. */
export const criterionCode = (key: string): string | null => (key.startsWith('=') ? key.slice(1) : null);

/** Whether the key is that of one of the columns CRITnn. */
export const isCriterionColumn = (key: string): boolean => key.startsWith('CRIT');

/** Asked of every row: without a list of its keys. */
function hasCriterionColumn(cells: Cells): boolean {
  for (const key in cells) if (isCriterionColumn(key)) return true;
  return false;
}

/** Values in the one order and without repeats that they are stored and compared in. */
export const joinValues = (values: Iterable<string>): string => [...new Set(values)].sort().join('|');

export const splitValues = (text: string): string[] => text.split('|');

/** The values after an update: replaced, or with `||` in front added to those there. */
export const mergeValues = (before: string | undefined, value: string): string =>
  value.startsWith(APPEND) ? joinValues([...(before ? splitValues(before) : []), ...splitValues(value.slice(APPEND.length))]) : value;

/** A boolean criterion holds T or F; the long words mean the same. */
const FLAGS = new Map([
  ['T', 'T'],
  ['TRUE', 'T'],
  ['F', 'F'],
  ['FALSE', 'F'],
]);

/**
 * The cells CRITnn as cells of their criteria. A cell says `CODE=value|value`, or the values alone where a CONFIG row gave the column its
 * code; two columns of one criterion add up. An unknown code or value is an error, or left out where the import is lenient: values are never
 * created on the way. Capitals and accents count, as the format says.
 */
export function readCriteria(
  cells: Cells,
  row: number,
  codes: ColumnCodes,
  definitions: ReadonlyMap<string, CriterionDefinition>,
  lenient = false,
): { cells: Cells; issues: Issue[] } {
  if (!hasCriterionColumn(cells)) return { cells, issues: [] };
  const read: Cells = {};
  const issues: Issue[] = [];
  for (const key in cells) {
    const field = key as FieldCode;
    const cell = cells[field];
    if (!isCriterionColumn(key)) {
      read[field] = cell;
      continue;
    }
    if (cell === undefined) continue;
    const { code, text } = splitCode(cell, codes[field]);
    const definition = code === undefined ? undefined : definitions.get(code);
    if (code === undefined) issues.push(issue('criterion-without-code', row, field, { value: text ?? '=' }));
    else if (!definition) {
      const expected = nearest(code, [...definitions.keys()]);
      issues.push(issue(lenient ? 'criterion-skipped' : 'unknown-criterion', row, field, { value: code, expected }));
    } else {
      const problem = readValues(text, definition, read);
      if (problem) issues.push(issue(lenient ? leniently(problem.code) : problem.code, row, field, problem.params));
    }
  }
  return { cells: read, issues };
}

/** `CODE=values`, `CODE==` to clear, or with the column's code the values or `=` alone. */
export function splitCode(cell: string | null, columnCode: string | undefined): { code: string | undefined; text: string | null } {
  if (cell === null) return { code: columnCode, text: null };
  const at = cell.indexOf('=');
  const own = at > 0 ? cell.slice(0, at).trim() : undefined;
  if (own === undefined || (columnCode !== undefined && own !== columnCode)) return { code: columnCode, text: cell };
  const text = cell.slice(at + 1).trim();
  return { code: own, text: text === '=' ? null : text };
}

/** Only what is not known is left out: several values where one is taken are a mistake of the file. */
const leniently = (code: Problem['code']): IssueCode => (code === 'unknown-criterion-value' ? 'criterion-value-skipped' : code);

type Problem = { code: 'unknown-criterion-value' | 'one-criterion-value-only'; params: Issue['params'] };

function readValues(text: string | null, definition: CriterionDefinition, read: Cells): Problem | null {
  const key = criterionKey(definition.code);
  if (text === null) {
    read[key] = null;
    return null;
  }
  const appends = definition.type === 'multi' && text.startsWith(APPEND);
  const given = splitValues(appends ? text.slice(APPEND.length) : text)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const values = definition.type === 'boolean' ? given.map((value) => FLAGS.get(value.toUpperCase()) ?? value) : given;
  const allowed = definition.type === 'boolean' ? ['T', 'F'] : definition.values;
  // Of a retired criterion nothing is taken that the contact does not have (see withoutRetired), whatever it is.
  const takesAny = definition.type === 'text' || definition.retired;
  const unknown = takesAny ? undefined : values.find((value) => !allowed.includes(value));
  const params = { criterion: definition.code, value: unknown ?? text };
  if (unknown !== undefined) return { code: 'unknown-criterion-value', params: { ...params, expected: nearest(unknown, allowed) } };
  const before = read[key] ?? undefined;
  const all = joinValues([...(before ? splitValues(before.startsWith(APPEND) ? before.slice(APPEND.length) : before) : []), ...values]);
  if (all === '') return null;
  if (definition.type !== 'multi' && splitValues(all).length > 1) return { code: 'one-criterion-value-only', params };
  read[key] = appends || before?.startsWith(APPEND) ? APPEND + all : all;
  return null;
}
