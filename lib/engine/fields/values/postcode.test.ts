import { describe, expect, it } from 'vitest';
import { cleanPostcode } from './postcode';

const clean = (country: string, value: string) => cleanPostcode(value, { country, dateOrder: 'day-first', today: '2026-03-01', phones: new Map() });

describe('post codes', () => {
  it.each([
    ['FR', '01000', '01000'],
    ['FR', 'F-75001', 'F-75001'],
    ['CH', '1204', '1204'],
    ['CH', 'CH-1204', 'CH-1204'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'SW1A  1AA', 'SW1A 1AA'],
    ['GB', 'm1 1ae', 'M1 1AE'],
    ['NL', '1012ab', '1012 AB'],
    ['CA', 'k1a0b1', 'K1A 0B1'],
    ['SE', '11455', '114 55'],
    ['PL', '00-950', '00-950'],
    ['PT', '1000-205', '1000-205'],
    ['BR', '01310-100', '01310-100'],
    ['US', '94105-1804', '94105-1804'],
    ['IE', 'D02 AF30', 'D02 AF30'],
    ['LV', 'LV-1010', 'LV-1010'],
    ['MT', 'VLT 1117', 'VLT 1117'],
    ['ZZ', 'anything', 'anything'],
  ])('in %s, %s is %s', (country, typed, expected) => {
    expect(clean(country, typed)).toBe(expected);
    expect(clean(country, expected)).toBe(expected);
  });

  it.each([
    ['FR', '7500'],
    ['FR', '750011'],
    ['CH', '12045'],
    ['GB', '12345'],
    ['NL', '1012'],
    ['US', 'SW1A 1AA'],
    ['FR', 'Paris'],
  ])('in %s, %s stays as typed with a warning', (country, typed) => {
    expect(clean(country, typed)).toEqual({ value: typed, code: 'bad-postcode', params: { value: typed, country } });
  });
});
