import type { Dialect } from './dialect';
import { unescaped } from './quoted-record';

/** Longer lines are left as they are: the search grows with their length times their width. */
const LONGEST_REPAIRED = 20_000;

interface Reading {
  cost: number;
  cells: Cons | null;
}
type Cons = { cell: string; rest: Cons | null };

/**
 * Reads a line whose quotes do not fit so that it has `width` cells like the others, with the fewest liberties taken: an
 * opening quote that is really part of the text, or a quote inside a quoted cell that nobody escaped.
 * Null when no such reading exists.
 */
export function repairLine(line: string, dialect: Dialect, width: number): string[] | null {
  const { delimiter, quote } = dialect;
  if (delimiter === null || quote === null || line.length > LONGEST_REPAIRED) return null;
  const known = new Map<number, Reading | null>();

  const from = (at: number, left: number): Reading | null => {
    const key = at * (width + 1) + left;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best: Reading | null = null;
    for (const { cell, end, cost } of cellsAt(line, at, dialect)) {
      const rest: Reading | null = end >= line.length ? (left === 1 ? { cost: 0, cells: null } : null) : left > 1 ? from(end + 1, left - 1) : null;
      if (rest && (best === null || rest.cost + cost < best.cost)) best = { cost: rest.cost + cost, cells: { cell, rest: rest.cells } };
    }
    known.set(key, best);
    return best;
  };

  const reading = from(0, width);
  if (reading === null) return null;
  const cells: string[] = [];
  for (let cons = reading.cells; cons; cons = cons.rest) cells.push(cons.cell);
  return cells;
}

/** The ways to read one cell at a place: as quoted up to each quote that could close it, or as plain text. */
function* cellsAt(line: string, at: number, dialect: Dialect): Generator<{ cell: string; end: number; cost: number }> {
  const quote = dialect.quote as string;
  const delimiter = dialect.delimiter as string;
  if (line[at] === quote) {
    for (let close = line.indexOf(quote, at + 1); close > 0; close = line.indexOf(quote, close + 1)) {
      if (close + 1 < line.length && line[close + 1] !== delimiter) continue;
      const content = line.slice(at + 1, close);
      const inner = content.replaceAll(quote + quote, '');
      const strays = inner.split(quote).length - 1;
      // A delimiter beside the stray quote looks like the border of two cells rather than text.
      const borders = inner.split(delimiter + quote).length - 1;
      yield { cell: unescaped(content, dialect), end: close + 1, cost: strays * 2 + borders * 4 };
    }
  }
  const border = line.indexOf(delimiter, at);
  const end = border < 0 ? line.length : border;
  const cell = line.slice(at, end);
  yield { cell, end, cost: cell[0] === quote ? 3 : 0 };
}
