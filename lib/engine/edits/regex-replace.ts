import { RE2JS } from 're2js';
import { z } from 'zod';
import { column, eachCell, kind, text } from './edit';

/** Characters of a pattern. */
const PATTERN = 200;
/** How often a pattern may repeat something in all, nested repeats multiplied: what it is compiled to grows with it. */
const REPEATS = 200;

/** Repeats with bounds, as `{2,5}` writes them. */
const BOUNDS = /\{(\d+)(?:,(\d*))?\}/g;

const repeats = (pattern: string): number => [...pattern.matchAll(BOUNDS)].reduce((all, [, from, to]) => all * Math.max(1, Number(to || from)), 1);

const isPattern = (pattern: string): boolean => {
  if (repeats(pattern) > REPEATS) return false;
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
};

/** What to write for a match: `$1` to `$9` are its groups, `$0` all of it, `$$` is a dollar sign. */
const REFERENCE = /\$(\d|\$)/g;

/**
 * What a pattern matches by another text. Patterns are run by an engine whose time grows with the length of the text alone, whatever the
 * pattern: no file and no person can make one that does not end.
 */
export const regexReplace = kind({
  schema: z.strictObject({ op: z.literal('regex-replace'), column, pattern: z.string().min(1).max(PATTERN).refine(isPattern), with: text }),
  prepare: ({ column: index, pattern, with: by }) => {
    const compiled = RE2JS.compile(pattern);
    return eachCell(index, (cell) => {
      const matcher = compiled.matcher(cell);
      let edited = '';
      let from = 0;
      const group = (number: number): string => (number <= matcher.groupCount() ? (matcher.group(number) ?? '') : '');
      while (matcher.find()) {
        edited += cell.slice(from, matcher.start()) + by.replace(REFERENCE, (_, sign: string) => (sign === '$' ? '$' : group(Number(sign))));
        from = matcher.end();
      }
      return edited + cell.slice(from);
    });
  },
});
