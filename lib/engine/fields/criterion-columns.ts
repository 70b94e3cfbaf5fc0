import type { Field } from './field';

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

export type CriterionColumn = `CRIT0${Exclude<Digit, '0'>}` | `CRIT${'1' | '2' | '3' | '4'}${Digit}` | 'CRIT50';

/** Columns of criteria that the format has. */
const COLUMNS = 50;

const codes = Array.from({ length: COLUMNS }, (_, index) => `CRIT${String(index + 1).padStart(2, '0')}`) as CriterionColumn[];

const olderCodes = (number: number) => [`Crit${number}`, ...(number < 10 ? [`CRIT${number}`] : [])];

const criterionColumn = (code: CriterionColumn) =>
  ({
    code,
    olderCodes: olderCodes(Number(code.slice(4))),
    group: 'criteria',
    type: 'criterion',
    length: 1000,
    labels: { en: `Criterion ${Number(code.slice(4))}`, fr: `Critère ${Number(code.slice(4))}` },
    example: 'SEASON=Opera|Dance',
    appliesTo: [],
  }) as const satisfies Field;

/** CRIT01 to CRIT50: a cell holds `CODE=value|value`, or the values alone below a CONFIG row that gives the column its code. */
export const criterionColumns = codes.map(criterionColumn);
