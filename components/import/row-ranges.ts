export type RowRanges = [first: number, last: number][];

const RANGE = /^(\d{1,8})(?:\s*[-–]\s*(\d{1,8}))?$/;

/** Rows as people write them (`2-40, 57`) as ranges with both ends included; empty for all rows, null where it cannot be read. */
export function rowRanges(text: string): RowRanges | null {
  const ranges: RowRanges = [];
  for (const part of text.split(/[,;]/).map((each) => each.trim())) {
    if (part === '') continue;
    const [, first, last = first] = RANGE.exec(part) ?? [];
    const range: RowRanges[number] = [Number(first), Number(last)];
    if (!(range[0] >= 1 && range[1] >= range[0])) return null;
    ranges.push(range);
  }
  return ranges;
}
