import { expect, it } from 'vitest';
import { storableJson } from './storable-json';

it.each([
  ['a NUL', 'a\0b', 'a\ufffdb'],
  ['the first half of a character', '\ud83d', '\ufffd'],
  ['the second half of a character', 'x\ude00', 'x\ufffd'],
  ['a whole character', '😀', '😀'],
  ['what looks like an escape', 'a\\u0000 \\ud83d "\\"', 'a\\u0000 \\ud83d "\\"'],
  ['a backslash before a NUL', '\\\0', '\\\ufffd'],
  ['other control characters', '\u0001\n\u001f', '\u0001\n\u001f'],
])('%s comes back as it can be stored', (_, text, stored) => {
  expect(JSON.parse(storableJson({ [text]: [text, 1, null] }))).toEqual({ [stored]: [stored, 1, null] });
});
