/** What is measured, what it must not exceed, and what it is: each a ratio within one run, or megabytes. */
const BARS = {
  'create-vs-copy': { bar: 4, what: 'stored file to contacts, all new ÷ bare COPY of the same contacts' },
  'plan-vs-copy': { bar: 12, what: 'stored file to plan ÷ bare COPY of the file into a table of texts' },
  'changed-10pct': { bar: 0.7, what: 'the same file with 10 % of its rows changed ÷ the first run' },
  'same-file': { bar: 0.5, what: 'the same file again ÷ the first run' },
  'undo-vs-apply': { bar: 1, what: 'undo, its plan included ÷ apply' },
  growth: { bar: 11, what: 'all rows ÷ a tenth of them' },
  'peak-memory-mb': { bar: 900, what: 'memory of all processes, PostgreSQL apart, at its highest' },
  'page-p95': { bar: 2, what: 'time of a page (p95) while a file is imported ÷ at rest' },
  'invalidate-vs-update': { bar: 1.2, what: 'INVALIDATE, stored file to its end ÷ an update of as many contacts' },
  'reactivate-vs-update': { bar: 1.2, what: 'UPDATEACT ÷ the same' },
  'erase-vs-update': { bar: 1.2, what: 'DELETE ÷ the same' },
  'anonymize-vs-update': { bar: 1.2, what: 'ANONYMIZE ÷ the same' },
  'drop-vs-update': { bar: 1.2, what: 'DROP ÷ the same' },
} as const;

export type MeasureId = keyof typeof BARS;

/** One figure, and the bar that it must stay under. */
export interface Measured {
  measure: MeasureId;
  value: number;
  bar: number;
}

export const measured = (measure: MeasureId, value: number): Measured => ({ measure, value: Number(value.toFixed(2)), bar: BARS[measure].bar });

/** In words, what a measure is. */
export const meaningOf = (measure: MeasureId): string => BARS[measure].what;
