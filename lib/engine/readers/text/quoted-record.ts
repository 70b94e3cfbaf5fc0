import type { Dialect, Flaw } from './dialect';

/** Characters a quoted cell may have before its quote counts as never closed: eight times what a spreadsheet cell holds. */
const LONGEST_QUOTED = 1 << 18;

/** A record read from a text: its cells and where the next record begins. */
export interface ParsedRecord {
  cells: string[];
  next: number;
  flaw: Flaw | null;
}

/** Where a cell ended and what it held; `flaw` when the quotes were not those of a well-formed file. */
interface ParsedCell {
  value: string;
  end: number;
  flaw: Flaw | null;
}

/**
 * Reads the record that begins at `at`, quotes respected. Text after a closing quote is kept as part of the cell.
 * Gives null when the record may go on beyond the text (`final`: nothing comes after it).
 */
export function parseRecord(text: string, at: number, final: boolean, dialect: Dialect): ParsedRecord | null {
  const cells: string[] = [];
  let flaw: Flaw | null = null;
  let i = at;
  for (;;) {
    const cell = parseCell(text, i, final, dialect);
    if (cell === null) return null;
    cells.push(cell.value);
    flaw ??= cell.flaw;
    i = cell.end;
    if (i >= text.length) return final ? { cells, next: i, flaw } : null;
    if (text[i] === dialect.delimiter) {
      i++;
      continue;
    }
    if (text[i] !== '\r') return { cells, next: i + 1, flaw };
    if (i + 1 >= text.length && !final) return null;
    return { cells, next: text[i + 1] === '\n' ? i + 2 : i + 1, flaw };
  }
}

function parseCell(text: string, at: number, final: boolean, dialect: Dialect): ParsedCell | null {
  const start = dialect.padded && text[at] === ' ' ? at + 1 : at;
  if (dialect.quote === null || text[start] !== dialect.quote) {
    const end = cellEnd(text, start, dialect);
    const value = text.slice(start, end);
    return { value, end, flaw: hasOddQuotes(value, dialect.quote) ? 'stray-quote' : null };
  }
  const close = closingQuote(text, start + 1, final, dialect);
  if (close === null) return null;
  if (close === -1) {
    const end = cellEnd(text, start, dialect);
    return { value: text.slice(start, end), end, flaw: 'unclosed-quote' };
  }
  const value = unescaped(text.slice(start + 1, close), dialect);
  const follows = text[close + 1];
  if (follows === dialect.delimiter || follows === '\n') return { value, end: close + 1, flaw: null };
  const end = cellEnd(text, close + 1, dialect);
  const after = text.slice(close + 1, end);
  return after.trim() === '' ? { value, end, flaw: null } : { value: value + after, end, flaw: 'stray-quote' };
}

/** A quote without a partner in a cell that is not quoted: an inch, or a delimiter that was lost before it. */
function hasOddQuotes(value: string, quote: string | null): boolean {
  return quote === '"' && value.includes(quote) && value.split(quote).length % 2 === 0;
}

/** The index of the quote that closes a cell, -1 when there is none, null when it may still come. */
function closingQuote(text: string, from: number, final: boolean, { quote, escape: escapes }: Dialect): number | null {
  for (let i = text.indexOf(quote as string, from); ; i = text.indexOf(quote as string, i)) {
    if (i < 0 || i - from > LONGEST_QUOTED) return final || text.length - from > LONGEST_QUOTED ? -1 : null;
    if (escapes === '\\' && isEscaped(text, i, from)) i++;
    else if (i + 1 >= text.length && !final) return null;
    else if (text[i + 1] === quote) i += 2;
    else return i;
  }
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - slashes > from && text[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** The content of a quoted cell with its escapes resolved. */
export function unescaped(content: string, { quote, escape: escapes }: Dialect): string {
  if (quote === null) return content;
  const single = content.includes(quote) ? content.replaceAll(quote + quote, quote) : content;
  return escapes === '\\' && single.includes('\\') ? single.replace(/\\(["'\\])/g, '$1') : single;
}

function cellEnd(text: string, from: number, { delimiter, loneReturns }: Dialect): number {
  const separator = delimiter?.charCodeAt(0) ?? -1;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === separator || code === 10) return i;
    if (code === 13 && (loneReturns || text.charCodeAt(i + 1) === 10 || i + 1 === text.length)) return i;
  }
  return text.length;
}
