import type { CriterionAbout, DefinedLabels, DefinedValue } from './definition';

/** Texts by the code of their column. */
export type DefinitionCells = Readonly<Record<string, string>>;

const flag = (value: boolean) => (value ? 'TRUE' : 'FALSE');
const statusWord = (retired: boolean) => (retired ? 'RETIRED' : 'ACTIVE');

const labelCells = (labels: DefinedLabels, prefix: string) => ({ [`${prefix}_EN`]: labels.en ?? '', [`${prefix}_FR`]: labels.fr ?? '' });

/** A criterion as the cells of its row. */
export const criterionCells = (about: CriterionAbout): DefinitionCells => ({
  NAME: about.name,
  ...labelCells(about.labels, 'LABEL'),
  CONTACT_TYPE: about.scope,
  DATA_TYPE: about.type.toUpperCase(),
  MANDATORY: flag(about.mandatory),
  CENTRALISED: flag(about.centralised),
  INTERNET: about.internet,
  SECTION: about.section,
  STATUS: statusWord(about.retired),
});

/** A value of a criterion as the cells of its row. */
export const valueCells = ({ labels, rank, retired }: DefinedValue): DefinitionCells => ({
  ...labelCells(labels, 'VALUE'),
  RANK: String(rank),
  STATUS: statusWord(retired),
});

/** A structure type as the cells of its row. */
export const typeCells = ({ labels, rank, retired }: DefinedValue): DefinitionCells => ({
  ...labelCells(labels, 'LABEL'),
  RANK: String(rank),
  STATUS: statusWord(retired),
});
