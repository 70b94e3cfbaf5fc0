import { expect, it } from 'vitest';
import { matches } from './matches';

it.each([
  ['', ['a'], true],
  ['opera', ['GENRE', 'Opéra'], true],
  [' GEN ', ['genre'], true],
  ['jazz', ['GENRE', undefined, 'Opéra'], false],
])('%j is found in %j: %j', (search, texts, found) => {
  expect(matches(search, texts)).toBe(found);
});
