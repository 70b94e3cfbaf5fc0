import { foldWords } from './fields/values/tidy';

/** Values offered in a message; more would be a list to read. */
const OFFERED = 5;

/** The listed values most like a text, best first, as a message names them; a dash where there is none. */
export function nearest(text: string, listed: readonly string[]): string {
  const folded = foldWords(text).slice(0, MAX_LENGTH);
  const offered = listed
    .map((value, at) => ({ value, at, away: distance(folded, foldWords(value).slice(0, MAX_LENGTH)) }))
    .sort((a, b) => a.away - b.away || a.at - b.at)
    .slice(0, OFFERED)
    .map(({ value }) => value);
  return offered.join(', ') || '–';
}

/** Characters compared: a cell may hold a novel. */
const MAX_LENGTH = 40;

/** Characters to add, take out or replace to make one text the other (Levenshtein). */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
