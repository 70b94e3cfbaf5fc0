import { expect, it } from 'vitest';
import { rowRanges } from './row-ranges';

it.each([
  ['', []],
  ['57', [[57, 57]]],
  [
    '2-40, 57',
    [
      [2, 40],
      [57, 57],
    ],
  ],
  ['2 – 40;', [[2, 40]]],
  ['40-2', null],
  ['0', null],
  ['row 2', null],
  ['2,,3-', null],
])('rows written as "%s" are read', (text, ranges) => {
  expect(rowRanges(text)).toEqual(ranges);
});
