import { APPEND, criterionCode, joinValues, splitValues } from './criteria';
import type { InstitutionContext } from './institution-context';
import { type Issue, type IssueCode, issue } from './issues';
import { cellsOf } from './parts';
import type { Cell, Cells, ChangeValues, ContactKind } from './types';

const ABOUT_RETIRED: ReadonlySet<IssueCode> = new Set(['criterion-retired', 'criterion-value-retired', 'structure-type-retired']);

/** Whether an issue would not be found again where what is retired is brought back: its row must not be taken for known. */
export const isAboutRetired = ({ code }: Pick<Issue, 'code'>): boolean => ABOUT_RETIRED.has(code);

/**
 * The cell without what is retired, unless the contact has it: who has a value keeps it, also when a file that was exported with it comes
 * back, but no file gives it to anybody. Undefined where nothing is left of the cell: the contact stays as it is.
 */
export function withoutRetired(
  row: number,
  key: string,
  before: string | null,
  cell: string | null,
  { criteria, lists }: Pick<InstitutionContext, 'criteria' | 'lists'>,
  issues: Issue[],
): Cell {
  if (cell === null || cell === before) return cell;
  if (key === 'STRUCT_TYPE') {
    if (!lists.STRUCT_TYPE?.some(({ code, retired }) => retired && code === cell)) return cell;
    issues.push(issue('structure-type-retired', row, key, { value: cell }));
    return undefined;
  }
  const code = criterionCode(key);
  const definition = code === null ? undefined : criteria.find((criterion) => criterion.code === code);
  if (!definition || !(definition.retired || definition.retiredValues)) return cell;
  const had = new Set(before === null ? [] : splitValues(before));
  const appends = cell.startsWith(APPEND);
  const given = splitValues(appends ? cell.slice(APPEND.length) : cell);
  const isLeftOut = (value: string) => !had.has(value) && (definition.retired || definition.retiredValues?.includes(value));
  const leftOut = given.filter(isLeftOut);
  if (leftOut.length === 0) return cell;
  const why = definition.retired ? 'criterion-retired' : 'criterion-value-retired';
  issues.push(issue(why, row, key, { value: joinValues(leftOut), criterion: definition.code }));
  const left = given.filter((value) => !isLeftOut(value));
  if (left.length === 0) return undefined;
  return appends ? APPEND + joinValues(left) : joinValues(left);
}

/** What is told of a new contact that has none of a criterion that people must give online: nothing is mandatory in a file. */
export function missingMandatory(row: number, part: ContactKind, inPair: boolean, after: ChangeValues, { criteria }: InstitutionContext): Issue[] {
  if (criteria.length === 0) return [];
  const asked = criteria.filter(({ code, mandatory, retired }) => mandatory && !retired && after[`=${code}`] == null);
  if (asked.length === 0) return [];
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const cells: Cells = Object.fromEntries(asked.map(({ code }) => [`=${code}`, '']));
  return Object.keys(cellsOf(part, cells, inPair, known).own).map((key) =>
    issue('mandatory-criterion-missing', row, key, { criterion: key.slice(1) }),
  );
}
