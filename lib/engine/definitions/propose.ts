import { codesGiven } from '@/lib/engine/check';
import { APPEND, type ColumnCodes, type CriterionDefinition, isCriterionColumn, splitCode, splitValues } from '@/lib/engine/criteria';
import type { FieldCode } from '@/lib/engine/fields';
import type { InstitutionContext } from '@/lib/engine/institution-context';
import { isExampleRow } from '@/lib/engine/layouts/example-row';
import { operationOf } from '@/lib/engine/operations';
import { codesOfOld } from '@/lib/engine/round-trip/read-round-trip';
import type { CleanRow } from '@/lib/engine/types';
import { type CriterionType, type DefinitionList, hasValues, isCriterionCode, isDefinitionValue, isTypeCode } from './definition';

/** A criterion, a value of one or a structure type that a file of contacts needs and the institution does not have. */
export interface ProposedDefinition {
  list: DefinitionList;
  code: string;
  /** Empty: the criterion or structure type itself. */
  value: string;
  /** Of the criterion, as it is or is to be; null for a structure type. */
  type: CriterionType | null;
  /** Place among what is proposed for the same list. */
  rank: number;
  /** The row that needs it first. */
  row: number;
}

/** More values than people choose from: then a new criterion is free text, and a list is not extended. */
export const MOST_VALUES = 200;
/** More criteria, and more structure types, than a file needs. */
const MOST_CODES = 100;

interface Seen {
  row: number;
  /** Whether a row gives several values. */
  several: boolean;
  tooMany: boolean;
  /** Value to the first row with it. */
  values: Map<string, number>;
}

/** What a file was found to need so far; its size is bounded whatever the file holds. */
export interface Proposing {
  readonly criteria: ReadonlyMap<string, CriterionDefinition>;
  readonly keepsTypes: boolean;
  codes: ColumnCodes;
  readonly seen: Map<string, Seen>;
  readonly types: Map<string, number>;
}

export const startProposing = ({ criteria, lists }: Pick<InstitutionContext, 'criteria' | 'lists'>): Proposing => ({
  criteria: new Map(criteria.map((criterion) => [criterion.code, criterion])),
  keepsTypes: Boolean(lists.STRUCT_TYPE?.length),
  codes: {},
  seen: new Map(),
  types: new Map(),
});

/** Notes what the next rows of a file need. Rows that hold no contact, and those that remove one, need nothing. */
export function propose(rows: readonly CleanRow[], proposing: Proposing): void {
  for (const row of rows) {
    const { cells, old } = row;
    if (cells.OPERATION === 'CONFIG') proposing.codes = codesGiven(cells);
    else if ((operationOf(cells.OPERATION ?? 'INSERT')?.effect ?? 'write') === 'write' && !isExampleRow(old ? { ...old, ...cells } : cells)) {
      proposeCriteria(row, proposing);
      proposeType(row, proposing);
    }
  }
}

function proposeCriteria({ row, cells, old }: CleanRow, { criteria, codes, seen }: Proposing): void {
  const columnCodes = old ? codesOfOld(old, codes) : codes;
  const inRow = new Set<string>();
  for (const key in cells) {
    const cell = isCriterionColumn(key) ? cells[key as FieldCode] : null;
    if (cell == null) continue;
    const { code, text } = splitCode(cell, columnCodes[key as FieldCode]);
    const known = code === undefined ? undefined : criteria.get(code);
    if (code === undefined || text === null || known?.retired || (known && !hasValues(known.type))) continue;
    if (!known && !isCriterionCode(code)) continue;
    const needed = valuesIn(text).filter((value) => !known?.values.includes(value));
    if (needed.length === 0) continue;
    note(seen, code, row, needed, inRow.has(code));
    inRow.add(code);
  }
}

const valuesIn = (text: string): string[] =>
  splitValues(text.startsWith(APPEND) ? text.slice(APPEND.length) : text)
    .map((value) => value.trim())
    .filter((value) => value !== '');

function note(seen: Map<string, Seen>, code: string, row: number, values: readonly string[], again: boolean): void {
  const known = seen.get(code);
  if (!known && seen.size >= MOST_CODES) return;
  const found = known ?? { row, several: false, tooMany: false, values: new Map<string, number>() };
  seen.set(code, found);
  found.several ||= again || values.length > 1;
  for (const value of values) {
    if (found.values.has(value)) continue;
    if (found.values.size >= MOST_VALUES || !isDefinitionValue(value)) found.tooMany = true;
    else found.values.set(value, row);
  }
}

/** What cleaning did not find in the list, or whatever stands there where the institution keeps none. */
function proposeType({ row, cells, issues }: CleanRow, { keepsTypes, types }: Proposing): void {
  const unlisted = issues.find(({ code, field }) => field === 'STRUCT_TYPE' && code.startsWith('not-in-list'));
  const code = unlisted ? String(unlisted.params.value) : keepsTypes ? null : cells.STRUCT_TYPE;
  if (code && isTypeCode(code) && !types.has(code) && types.size < MOST_CODES) types.set(code, row);
}

/** What is proposed in the end, in the order in which the file needs it. */
export function proposalsOf({ criteria, seen, types }: Proposing): ProposedDefinition[] {
  const proposals = [...seen].flatMap(([code, found]): ProposedDefinition[] => {
    const known = criteria.get(code);
    const type = known?.type ?? typeOf(found);
    if (type === null || (known && found.tooMany)) return [];
    const values = hasValues(type) ? [...found.values].map(([value, row], at) => ({ value, row, rank: at + 1 })) : [];
    const own = known ? [] : [{ value: '', row: found.row, rank: 0 }];
    return [...own, ...values].map((each) => ({ list: 'criteria', code, type, ...each }));
  });
  return [
    ...proposals,
    ...[...types].map(([code, row], at): ProposedDefinition => ({ list: 'structure-types', code, value: '', type: null, rank: at + 1, row })),
  ];
}

const FLAGS = ['T', 'F', 'TRUE', 'FALSE'];

/** The type that takes what the file holds; null where none does. */
function typeOf({ several, tooMany, values }: Seen): CriterionType | null {
  if (several) return tooMany ? null : 'multi';
  if (tooMany) return 'text';
  return [...values.keys()].every((value) => FLAGS.includes(value.toUpperCase())) ? 'boolean' : 'single';
}

/** The institution as it is once everything proposed is defined: new criteria are for both kinds of contacts. */
export function withProposals(institution: InstitutionContext, proposals: readonly ProposedDefinition[]): InstitutionContext {
  if (proposals.length === 0) return institution;
  const byCode = new Map(institution.criteria.map((criterion) => [criterion.code, criterion]));
  const types = proposals.filter(({ list }) => list === 'structure-types').map(({ code }) => ({ code, labels: {} }));
  for (const { list, code, value, type } of proposals) {
    if (list !== 'criteria' || type === null) continue;
    const criterion = byCode.get(code) ?? { code, type, scope: 'BOTH' as const, values: [] };
    byCode.set(code, value === '' ? criterion : { ...criterion, values: [...criterion.values, value] });
  }
  const lists = types.length > 0 ? { ...institution.lists, STRUCT_TYPE: [...(institution.lists.STRUCT_TYPE ?? []), ...types] } : institution.lists;
  return { ...institution, criteria: [...byCode.values()], lists };
}
