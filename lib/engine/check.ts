import { type ColumnCodes, type CriterionDefinition, readCriteria } from './criteria';
import { type FieldCode, fieldOf } from './fields';
import { ALL_ORGANIZATIONS } from './fields/organization';
import { withCodes } from './fields/values/admin-numbers';
import type { InstitutionContext } from './institution-context';
import { type Issue, issue } from './issues';
import { isExampleRow } from './layouts/example-row';
import { isSamModel } from './layouts/sam';
import { nearest } from './nearest';
import { type OperationCode, operationOf } from './operations';
import { ownerIssues } from './owner';
import { checkRemoval } from './removals/check-removal';
import { byHash, byPairs, codesOfOld, type RoundTrip } from './round-trip/read-round-trip';
import { type HashedColumns, hashedColumns } from './round-trip/row-hash';
import { structureKey } from './structure-key';
import { townTooLong } from './town-length';
import type { Cells, CheckedRow, CleanRow, IdentityKeys, Mapping, RowKind, RowRefusal } from './types';

/** What the rows of a file are checked against. */
export interface Checking {
  institution: InstitutionContext;
  criteria: ReadonlyMap<string, CriterionDefinition>;
  /** Whether the file has a column of operations: then an empty cell there means INSERT, else rows are found by identity. */
  hasOperations: boolean;
  /** Whether the file is the SAM model. */
  isSam: boolean;
  /** The columns that hashes of rows are over. */
  hashed: HashedColumns;
}

/** What earlier rows of a file say about later ones. Given back by every chunk and handed to the next. */
export interface Carried {
  columnCodes: ColumnCodes;
}

const NO_CODES: ColumnCodes = {};
const NOTHING_CARRIED: Carried = { columnCodes: NO_CODES };

export const prepareChecking = (institution: InstitutionContext, mapping: Mapping): Checking => ({
  institution,
  criteria: new Map(institution.criteria.map((criterion) => [criterion.code, criterion])),
  hasOperations: Object.values(mapping).includes('OPERATION'),
  isSam: isSamModel(mapping),
  hashed: hashedColumns(Object.values(mapping).filter((key) => key !== null)),
});

/** The rules of the row as a whole: what it asks for, what it is about, and whether it may go on. */
export function checkRows(
  rows: readonly CleanRow[],
  checking: Checking,
  carried: Carried = NOTHING_CARRIED,
): { rows: CheckedRow[]; carried: Carried } {
  let { columnCodes } = carried;
  const checked = rows.map((row) => {
    if (row.cells.OPERATION === 'CONFIG') {
      columnCodes = codesGiven(row.cells);
      return steeringRow(row, [...unknownCodes(row.row, columnCodes, checking.criteria), issue('config-row', row.row, 'OPERATION')]);
    }
    if (isExampleRow(row.old ? { ...row.old, ...row.cells } : row.cells))
      return steeringRow({ ...row, issues: [] }, [issue('example-row', row.row, null)]);
    return checking.institution.removal ? checkRemoval(row, checking, columnCodes) : checkRow(row, checking, columnCodes);
  });
  return { rows: checked, carried: { columnCodes } };
}

/** A CONFIG row replaces what the one before it said. Its cells hold a code, with or without a `=` behind it. */
export function codesGiven(cells: Cells): ColumnCodes {
  const codes: Partial<Record<FieldCode, string>> = {};
  for (const [field, cell] of Object.entries(cells)) {
    if (cell && (field === 'ADMIN_NUMBER' || fieldOf(field)?.type === 'criterion')) codes[field as FieldCode] = cell.replace(/=$/, '').trim();
  }
  return codes;
}

/** What rows below will be refused for, told once where it comes from. */
const unknownCodes = (row: number, codes: ColumnCodes, criteria: Checking['criteria']): Issue[] =>
  Object.entries(codes)
    .filter(([field, code]) => field !== 'ADMIN_NUMBER' && !criteria.has(code))
    .map(([field, code]) => issue('config-criterion-unknown', row, field, { value: code, expected: nearest(code, [...criteria.keys()]) }));

/** A row that holds no contact, for the reasons given: nothing about its cells is an error. */
const steeringRow = ({ row, cells, issues }: CleanRow, reasons: readonly Issue[]): CheckedRow =>
  ({
    row,
    cells,
    issues: [...issues.filter(({ level }) => level !== 'error'), ...reasons],
    operation: 'CONFIG',
    kind: 'unnamed',
    keys: { number: null, email: null, structure: null },
    refusal: 'not_imported',
  }) as unknown as CheckedRow;

function checkRow(clean: CleanRow, checking: Checking, columnCodes: ColumnCodes): CheckedRow {
  const { row, old } = clean;
  const { institution } = checking;
  const operation: OperationCode = operationOf(clean.cells.OPERATION ?? '')?.code ?? (checking.hasOperations ? 'INSERT' : 'ADD_OR_UPDATE');
  const isContact = operationOf(operation)?.effect === 'write';
  const codes = old ? codesOfOld(old, columnCodes) : columnCodes;
  const read = isContact ? readCodes(clean.cells, row, codes, checking) : { cells: clean.cells, issues: [] };
  const trip = isContact ? roundTripOf(clean, read.cells, operation, checking, codes) : null;
  const cells = trip?.cells ?? read.cells;
  const kind = kindOf(cells);
  const found = trip?.isUntouched ? clean.issues.filter(({ field }) => field === null) : [...clean.issues, ...read.issues, ...(trip?.issues ?? [])];
  const issues = [...found, ...clearIssues(row, clean.cells), ...rowIssues(row, cells, operation, kind, institution)];
  const keys = keysOf(old?.EMAIL1 ? { ...cells, EMAIL1: old.EMAIL1 } : cells, kind, institution);
  const checked: Omit<CheckedRow, symbol> = { row, cells, issues, operation, kind, keys, refusal: refusalOf(operation, issues) };
  if (checking.isSam) checked.fillsNames = true;
  if (trip?.expected) checked.expected = trip.expected;
  if (columnCodes !== NO_CODES) checked.codes = columnCodes;
  return checked as CheckedRow;
}

/** What is left of a row that was exported; null for any other, and for one that is to make a new contact of it. */
function roundTripOf({ row, old }: CleanRow, cells: Cells, operation: OperationCode, checking: Checking, codes: ColumnCodes): RoundTrip | null {
  if (operationOf(operation)?.finds === 'nobody') return null;
  if (old) return byPairs(cells, readCodes(old, row, codes, checking).cells);
  return cells.ROW_HASH ? byHash(row, cells, cells.ROW_HASH, checking.hashed) : null;
}

function keysOf(cells: Cells, kind: RowKind, institution: InstitutionContext): IdentityKeys {
  const keys = { number: cells.CONTACT_NR ?? null, email: cells.EMAIL1 ?? null, structure: structureKey(cells, institution) };
  const ofStructure = kind === 'structureAndRelay' && keys.number !== null && institution.rules.structureNumber === 'structure';
  return ofStructure ? { ...keys, numberOfStructure: true } : keys;
}

/** A contact of all organizations is stored as one of none in particular. */
const withoutStar = (cells: Cells): Cells => (cells.ORGANIZATION === ALL_ORGANIZATIONS ? { ...cells, ORGANIZATION: null } : cells);

/** Cells that say or take over a code: criteria, and numbers of authorities, of which one without code or value is skipped. */
function readCodes(clean: Cells, row: number, columnCodes: ColumnCodes, { criteria, institution }: Checking): { cells: Cells; issues: Issue[] } {
  const { cells, issues } = readCriteria(withoutStar(clean), row, columnCodes, criteria, institution.rules.lenient);
  const given = cells.ADMIN_NUMBER;
  if (!given) return { cells, issues };
  const numbers = withCodes(given, columnCodes.ADMIN_NUMBER);
  if (numbers !== null) return { cells: { ...cells, ADMIN_NUMBER: numbers }, issues };
  return { cells: { ...cells, ADMIN_NUMBER: undefined }, issues: [...issues, issue('bad-admin-number', row, 'ADMIN_NUMBER', { value: given })] };
}

/** Names decide: first or last name is a person, an official name a structure, both a structure and its relay. */
function kindOf(cells: Cells): RowKind {
  const person = cells.FIRSTNAME !== undefined || cells.LASTNAME !== undefined;
  const structure = cells.OFFICIAL_NAME !== undefined;
  if (structure) return person ? 'structureAndRelay' : 'structure';
  return person ? 'individual' : 'unnamed';
}

function refusalOf(operation: OperationCode, issues: readonly Issue[]): RowRefusal | null {
  if (issues.some(({ level }) => level === 'error')) return 'refused';
  return operationOf(operation)?.effect === 'removal' ? 'held' : null;
}

/** Cells that ask to clear what every contact has. */
function clearIssues(row: number, cells: Cells): Issue[] {
  const issues: Issue[] = [];
  for (const field in cells) {
    if (cells[field as FieldCode] === null && fieldOf(field)?.neverCleared) issues.push(issue('clear-not-allowed', row, field));
  }
  return issues;
}

function rowIssues(row: number, cells: Cells, operation: OperationCode, kind: RowKind, institution: InstitutionContext): Issue[] {
  const issues = ownerIssues(row, cells, institution);
  if (operationOf(operation)?.effect === 'removal') {
    issues.push(cells.CONTACT_NR ? issue('removal-held', row, 'OPERATION', { value: operation }) : issue('number-missing', row, 'CONTACT_NR'));
  }
  if (operation === 'INSERT' && cells.CONTACT_NR && !isNumber(cells.CONTACT_NR)) {
    issues.push(issue('number-not-digits', row, 'CONTACT_NR', { value: cells.CONTACT_NR }));
  }
  const town = townTooLong(row, cells.TOWN, cells.TOWN_COMPLEMENT);
  if (town) issues.push(town);
  if (cells.ROLE && contradicts(cells.ROLE, kind)) issues.push(issue('role-contradicts-names', row, 'ROLE', { value: cells.ROLE }));
  return issues;
}

/** Whether a text may be the number of a new contact: digits alone, so that it survives every spreadsheet and barcode. */
export const isNumber = (text: string): boolean => /^\d+$/.test(text);

function contradicts(role: string, kind: RowKind): boolean {
  if (kind === 'unnamed') return false;
  return (role === 'RELAY') !== (kind === 'structureAndRelay');
}
