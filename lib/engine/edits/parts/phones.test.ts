import { describe, expect, it } from 'vitest';
import { hasSeveralPhones, readPhones } from './phones';

describe('several numbers in a cell', () => {
  it.each([
    ['01 40 15 80 00 / 06 12 34 56 78', 'FR', '01 40 15 80 00', '06 12 34 56 78', []],
    ['01 40 15 80 00;06 12 34 56 78', 'FR', '01 40 15 80 00', '06 12 34 56 78', []],
    ['06 12 34 56 78, 01 40 15 80 00', 'FR', '06 12 34 56 78', '', ['01 40 15 80 00']],
    ['01 40 15 80 00 ou 06 12 34 56 78', 'FR', '01 40 15 80 00', '06 12 34 56 78', []],
    ['+41 22 345 67 89 +41 79 345 67 89', 'CH', '+41 22 345 67 89', '+41 79 345 67 89', []],
    ['022 345 67 89\n079 345 67 89\n076 345 67 89', 'CH', '022 345 67 89', '079 345 67 89', ['076 345 67 89']],
    ['030/123456', 'DE', '030/123456', '', []],
    ['01 40 15 80 00', 'FR', '01 40 15 80 00', '', []],
    ['01 40 15 80 00 / 01', 'FR', '01 40 15 80 00 / 01', '', []],
    ['call after six', 'FR', 'call after six', '', []],
  ])('%j in %s', (cell, country, first, mobile, rest) => {
    expect(readPhones(cell, country, true)).toEqual({ first, mobile, rest });
  });

  it('leaves a mobile one with the rest where it has no place', () => {
    expect(readPhones('01 40 15 80 00 / 06 12 34 56 78', 'FR', false)).toEqual({ first: '01 40 15 80 00', mobile: '', rest: ['06 12 34 56 78'] });
  });

  it('is seen', () => {
    expect(hasSeveralPhones('01 40 15 80 00 / 06 12 34 56 78')).toBe(true);
    expect(hasSeveralPhones('089/1234567')).toBe(false);
  });
});
