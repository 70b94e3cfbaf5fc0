import { scopeBarrier, typeBarrier } from './allowed-changes';
import { criterionCells, typeCells, valueCells } from './cells-of';
import { type CriterionAbout, type CriterionUse, type DefinedCriterion, type DefinedValue, type Definitions, hasValues } from './definition';
import type { DefinitionProblem } from './definition-problem';
import { changeOf, type DefinitionChange, mergeLabels, mergeValues, valueChanges } from './plan-values';
import type { WantedAbout, WantedCriterion, WantedDefinitions } from './wanted';

/** What becomes of definitions: every change, what is refused, and the definitions that change as they will be. */
export interface DefinitionPlan {
  changes: DefinitionChange[];
  problems: DefinitionProblem[];
  /** Whole, as they are to be stored; those that stay as they are are not among them. */
  result: { criteria: DefinedCriterion[]; structureTypes: DefinedValue[] };
}

const UNUSED: CriterionUse = { individuals: 0, structures: 0, several: 0 };

/** The codes of criteria whose change depends on which contacts have them. */
export const codesInQuestion = ({ criteria: wanted }: WantedDefinitions, { criteria }: Definitions): string[] =>
  wanted
    .filter(({ code, about }) => {
      const known = criteria.find((criterion) => criterion.code === code);
      return known && ((about.type ?? known.type) !== known.type || (about.scope ?? known.scope) !== known.scope);
    })
    .map(({ code }) => code);

/**
 * What is to be done so that everything is as wanted. `use`: contacts that have the criteria in question, by code. The same wish a second
 * time changes nothing; a criterion that is refused takes the rows of its values with it where it is new.
 */
export function planDefinitions(wanted: WantedDefinitions, present: Definitions, use: ReadonlyMap<string, CriterionUse>): DefinitionPlan {
  const plan: DefinitionPlan = { changes: [], problems: [], result: { criteria: [], structureTypes: [] } };
  const known = new Map(present.criteria.map((criterion) => [criterion.code, criterion]));
  for (const criterion of wanted.criteria) {
    planCriterion(criterion, known.get(criterion.code) ?? null, use.get(criterion.code) ?? UNUSED, plan);
  }
  planTypes(wanted, present, plan);
  plan.changes.sort((one, other) => one.row - other.row);
  plan.problems.sort((one, other) => one.row - other.row);
  return plan;
}

function planTypes({ structureTypes: wanted }: WantedDefinitions, { structureTypes }: Definitions, plan: DefinitionPlan): void {
  const after = mergeValues(structureTypes, wanted);
  const changes = valueChanges((code) => ({ code, value: null }), [structureTypes, after], wanted, typeCells);
  plan.changes.push(...changes.map((change) => (change.move === 'extend' ? { ...change, move: 'create' as const } : change)));
  const changed = new Set(changes.map(({ code }) => code));
  plan.result.structureTypes.push(...after.filter(({ value }) => changed.has(value)));
}

function planCriterion(wanted: WantedCriterion, known: DefinedCriterion | null, use: CriterionUse, plan: DefinitionPlan): void {
  const { row, code } = wanted;
  const about = known ? changedAbout(wanted, known, use, plan.problems) : newAbout(wanted, plan.problems);
  if (!about) {
    plan.problems.push(...wanted.values.filter((value) => value.row !== row).map((value) => firstRefused(value.row, row)));
    return;
  }
  const values = hasValues(about.type) ? wanted.values : [];
  if (!hasValues(about.type)) {
    plan.problems.push(...wanted.values.map((value) => takesNoValues(value.row, value.value, about.type)));
  }
  const before = known?.values ?? [];
  const after = mergeValues(before, values);
  const own = known
    ? changeOf({ row, code, value: null }, criterionCells(known), criterionCells(about))
    : ({ row, code, value: null, move: 'create', before: {}, after: criterionCells(about) } as const);
  const changes = [...(own ? [own] : []), ...valueChanges((value) => ({ code, value }), [before, after], values, valueCells)];
  if (changes.length === 0) return;
  plan.changes.push(...changes);
  plan.result.criteria.push({ code, ...about, values: after });
}

const firstRefused = (row: number, first: number): DefinitionProblem => ({
  row,
  column: null,
  code: 'definition-first-refused',
  params: { row: first },
});

const takesNoValues = (row: number, value: string, type: string): DefinitionProblem => ({
  row,
  column: 'VALUE',
  code: 'definition-takes-no-values',
  params: { column: 'VALUE', value, stored: type.toUpperCase() },
});

/** The criterion as it is to be, or null where it may not change like this. */
function changedAbout(
  { row, about }: WantedCriterion,
  known: DefinedCriterion,
  use: CriterionUse,
  problems: DefinitionProblem[],
): CriterionAbout | null {
  const barrier = typeBarrier(known, about.type ?? known.type, use) ?? scopeBarrier(known.scope, about.scope ?? known.scope, use);
  if (barrier) {
    const { column, code, params } = barrier;
    problems.push({ row, column, code, params: { column, ...params } });
    return known;
  }
  return merged(known, about);
}

const NEEDED = [
  ['name', 'NAME'],
  ['scope', 'CONTACT_TYPE'],
  ['type', 'DATA_TYPE'],
] as const;

/** What holds for a new criterion where nothing is said. */
const NEW = { mandatory: false, centralised: true, internet: 'NONE', section: '', retired: false, labels: {} } as const;

function newAbout({ row, code, about }: WantedCriterion, problems: DefinitionProblem[]): CriterionAbout | null {
  const missing = NEEDED.filter(([key]) => !about[key]).map(([, column]) => column);
  const { name, scope, type } = about;
  if (!name || !scope || !type) {
    problems.push({ row, column: missing[0] ?? null, code: 'definition-incomplete', params: { value: code, expected: missing.join(', ') } });
    return null;
  }
  return merged({ ...NEW, name, scope, type }, about);
}

function merged(known: CriterionAbout, { labels, ...wanted }: WantedAbout): CriterionAbout {
  const { name, scope, type, mandatory, centralised, internet, section, retired } = { ...known, ...wanted };
  return { name, scope, type, mandatory, centralised, internet, section, retired, labels: mergeLabels(known.labels, labels) };
}
