/** What a cell looks like, for telling delimiters and header rows apart; never used to change a value. */
export type CellType = 'empty' | 'number' | 'date' | 'time' | 'address' | 'code' | 'text' | 'unknown';

const PATTERNS: readonly [CellType, RegExp][] = [
  ['number', /^[-+(]?\s?[$€£¥]?\s?[-+]?(?:\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+|\d+)?(?:[.,]\d+)?(?:e[-+]?\d+)?\s?[%$€£¥]?\)?$/i],
  [
    'date',
    /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9}\.?)[-/. ](?:\d{4}|\d{2}))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[AP]M|[-+]\d{2}:?\d{2})?)?$/i,
  ],
  ['time', /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AP]M)?$/i],
  ['address', /^(?:[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|(?:https?|ftp):\/\/\S+|www\.\S+)$/i],
  ['code', /^[A-Za-z\d]+(?:[-_./][A-Za-z\d]+)+$/],
  ['text', /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\p{Sc} .,;:!?'’&()/%°º#*+_\-–"“”«»\r\n]*$/u],
];

/** The type of a cell; blanks around it do not count. */
export function cellType(cell: string): CellType {
  const text = cell.trim();
  if (text === '' || /^(?:n\/?a|null|-+|nan)$/i.test(text)) return 'empty';
  if (text.length > 400) return 'text';
  for (const [type, pattern] of PATTERNS) if (pattern.test(text) && (type !== 'number' || /\d/.test(text))) return type;
  return 'unknown';
}

/** Types that no column heading has. */
export const isValueType = (type: CellType) => type === 'number' || type === 'date' || type === 'time' || type === 'address';
