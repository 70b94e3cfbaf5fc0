import type { Cleaned } from '@/lib/engine/fields/field';

const APPEND = '||';
/** Characters the format allows. */
const LENGTH = 2000;

/** A mark with nothing behind it appends nothing; otherwise the mark stays until the plan knows what to append to. */
export function cleanRemark(value: string): Cleaned {
  if (!value.startsWith(APPEND)) return value;
  const addition = value.slice(APPEND.length).trim();
  return addition === '' ? { value: undefined, code: 'nothing-to-append', params: {} } : APPEND + addition;
}

/** The remark with a marked text as its new last line; a text that already is its last line is not appended twice. */
export function appendRemark(before: string | undefined, value: string): Cleaned {
  if (!value.startsWith(APPEND)) return value;
  const addition = value.slice(APPEND.length);
  if (before === undefined) return addition;
  if (before === addition || before.endsWith(`\n${addition}`)) return before;
  const after = `${before}\n${addition}`;
  // Of a remark that is itself to be appended, the mark is no part.
  return after.length <= (before.startsWith(APPEND) ? LENGTH + APPEND.length : LENGTH)
    ? after
    : { value: before, code: 'remark-full', params: { value: addition, max: LENGTH } };
}
