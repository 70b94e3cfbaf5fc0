import type { DefinitionList } from './definition';
import type { DefinitionProblem } from './definition-problem';
import type { ReadRow } from './read-row';
import type { WantedAbout, WantedCriterion, WantedDefinitions, WantedValue } from './wanted';

/** What the rows of a file ask for together, and the rows that say other than an earlier one. */
export interface Gathered {
  wanted: WantedDefinitions;
  problems: DefinitionProblem[];
}

interface Gathering extends WantedCriterion {
  about: WantedAbout;
  values: WantedValue[];
}

/** Puts the rows about one code together. A refused row asks for nothing. */
export function gatherWanted(list: DefinitionList, rows: readonly ReadRow[]): Gathered {
  const problems: DefinitionProblem[] = [];
  const usable = rows.filter(({ isRefused }) => !isRefused);
  if (list === 'structure-types') {
    const structureTypes: WantedValue[] = [];
    for (const row of usable) problems.push(...addValue(structureTypes, { ...row, value: row.code }, 'CODE'));
    return { wanted: { criteria: [], structureTypes }, problems };
  }
  const byCode = new Map<string, Gathering>();
  for (const row of usable) {
    const code = row.code as string;
    const known = byCode.get(code) ?? { row: row.row, code, about: { labels: {} }, values: [] };
    const contradiction = merged(known, row);
    if (contradiction) {
      problems.push(contradiction);
      continue;
    }
    byCode.set(code, known);
    if (row.value !== null) problems.push(...addValue(known.values, row, 'VALUE'));
  }
  return { wanted: { criteria: [...byCode.values()], structureTypes: [] }, problems };
}

const COLUMNS: Record<string, string> = {
  name: 'NAME',
  scope: 'CONTACT_TYPE',
  type: 'DATA_TYPE',
  mandatory: 'MANDATORY',
  centralised: 'CENTRALISED',
  internet: 'INTERNET',
  section: 'SECTION',
  retired: 'STATUS',
  en: 'LABEL_EN',
  fr: 'LABEL_FR',
};

/** Adds what a row says of its criterion; gives the problem, and adds nothing, where an earlier row says otherwise. */
function merged(known: Gathering, { row, about, value, retired }: ReadRow): DefinitionProblem | null {
  const { labels, ...rest } = about;
  const said = { ...rest, ...(value === null && retired !== undefined && { retired }) };
  const { labels: knownLabels, ...knownRest } = known.about;
  const other = differing(knownRest, said) ?? differing(knownLabels, labels);
  if (other) return contradicts(row, COLUMNS[other.key] ?? null, { value: other.value, row: known.row });
  known.about = { ...knownRest, ...said, labels: { ...knownLabels, ...labels } };
  return null;
}

/** The first of the keys that both have and with another value. */
function differing(known: object, said: object): { key: string; value: string } | null {
  const before = known as Record<string, unknown>;
  const found = Object.entries(said).find(([key, value]) => before[key] !== undefined && before[key] !== value);
  return found ? { key: found[0], value: String(found[1] ?? '=') } : null;
}

const contradicts = (row: number, column: string | null, params: DefinitionProblem['params']): DefinitionProblem => ({
  row,
  column,
  code: 'definition-contradicts',
  params: { column: column ?? '', ...params },
});

/** A value stands once in a file: a second row about it is refused, even one that says the same. */
function addValue(values: WantedValue[], { row, value, ofValue, retired }: ReadRow, column: string): DefinitionProblem[] {
  const earlier = values.find((known) => known.value === value);
  if (earlier) return [contradicts(row, column, { value: value ?? '', row: earlier.row })];
  values.push({ row, value: value as string, ...ofValue, ...(retired !== undefined && { retired }) });
  return [];
}
