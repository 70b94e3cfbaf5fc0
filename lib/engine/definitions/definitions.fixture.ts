import type { Definitions } from './definition';
import { type DefinitionPlan, planDefinitions } from './plan-definitions';
import { type ReadDefinitions, readDefinitions } from './read-definitions';

/** An institution with a criterion of each type and two structure types. */
export const PRESENT: Definitions = {
  criteria: [
    criterion('GENRE', 'multi', 'BOTH', ['Opera', 'Dance']),
    criterion('SEAT', 'single', 'INDIVIDUAL', ['Stalls']),
    criterion('VIP', 'boolean', 'INDIVIDUAL', []),
    criterion('NICK', 'text', 'BOTH', []),
  ],
  structureTypes: [
    { value: 'SCHOOL', labels: { en: 'School', fr: 'École' }, rank: 1, retired: false },
    { value: 'CLUB', labels: {}, rank: 2, retired: false },
  ],
};

function criterion(code: string, type: 'multi' | 'single' | 'boolean' | 'text', scope: 'BOTH' | 'INDIVIDUAL', values: string[]) {
  return {
    ...{ code, type, scope, name: code, labels: { en: code }, mandatory: false, centralised: true, internet: 'NONE' as const, section: '' },
    retired: false,
    values: values.map((value, at) => ({ value, labels: {}, rank: at + 1, retired: false })),
  };
}

/** Lines of a file with semicolons, read. */
export function readLines(...lines: string[]): ReadDefinitions {
  const read = readDefinitions(lines.map((line, at) => ({ row: at + 1, cells: line.split(';') })));
  if (!read) throw new Error('No header was found.');
  return read;
}

/** The definitions after a plan, as the database would hold them. */
export function applied({ result }: DefinitionPlan, { criteria, structureTypes }: Definitions): Definitions {
  const codes = new Map([...criteria, ...result.criteria].map((each) => [each.code, each]));
  const types = new Map([...structureTypes, ...result.structureTypes].map((each) => [each.value, each]));
  return { criteria: [...codes.values()], structureTypes: [...types.values()] };
}

/** What a file of these lines does: its changes in short, and its problems as `row column code`. */
export function planned(lines: string[], present = PRESENT, use: Parameters<typeof planDefinitions>[2] = new Map()) {
  const read = readLines(...lines);
  const plan = planDefinitions(read.wanted, present, use);
  return {
    plan,
    changes: plan.changes.map(({ move, code, value }) => [move, code, value].filter((part) => part !== null).join(' ')),
    problems: [...read.problems, ...plan.problems].map(({ row, column, code }) => `${row} ${column ?? '-'} ${code.replace('definition-', '')}`),
  };
}
