import type { FieldCode } from '@/lib/engine/fields';
import { cleanCountry } from '@/lib/engine/fields/values/country';
import type { ColumnProfile, Mapping } from '@/lib/engine/types';
import type { Damage } from './damage';
import type { DigitLengths } from './digit-lengths';

/** A damage of one column. */
export interface FoundDamage extends Damage {
  column: number;
  /** Different values that were looked at. */
  looked: number;
}

/** Countries all of whose post codes have five digits, some of which begin with a zero. */
const FIVE_DIGITS = new Set(['DE', 'EE', 'ES', 'FI', 'FR', 'HR', 'IT', 'LT', 'MC', 'ME', 'RS', 'SM', 'TR', 'UA', 'US']);

/** Digits of a telephone number without the zero that it is written with, by country. */
const WITHOUT_ZERO: Readonly<Record<string, number>> = { FR: 9, CH: 9, MC: 8, GB: 10 };

const PHONES: readonly (FieldCode | null)[] = ['TELEPHONE', 'CELLPHONE', 'FAX'];

/** Share of the values of digits that must have the length of the country, or lack a digit of it. */
const SHARE = 0.6;

/**
 * What happened to the columns of a file before it came, by what was seen while it was read. Zeros that are lost show only where one knows
 * what a column holds, and in which country. What may as well be right is not told: a warning that is often wrong is read by nobody.
 */
export function findDamage(profile: readonly ColumnProfile[], mapping: Mapping, country: string): FoundDamage[] {
  return profile.flatMap((column) => {
    const field = mapping[column.index] ?? null;
    const lost = column.digits && zerosLost(column.digits, field as FieldCode | null, country, isAbroad(profile, mapping, country));
    return [...(column.damages ?? []), ...(lost ? [lost] : [])].map((damage) => ({
      ...damage,
      column: column.index,
      looked: column.distinct,
    }));
  });
}

/** Whether people of the file live in several countries, which count their digits otherwise. */
function isAbroad(profile: readonly ColumnProfile[], mapping: Mapping, country: string): boolean {
  const column = profile.find(({ index }) => mapping[index] === 'COUNTRY');
  if (!column || column.filled === 0) return false;
  return !column.values || column.values.further > 0 || column.values.listed.some(([text]) => cleanCountry(text) !== country);
}

function zerosLost({ counts, zeros, examples }: DigitLengths, field: FieldCode | null, country: string, abroad: boolean): Damage | null {
  const isZip = field === 'ZIPCODE' && FIVE_DIGITS.has(country) && !abroad;
  const expected = isZip ? 5 : PHONES.includes(field) ? (WITHOUT_ZERO[country] ?? 0) + 1 : 0;
  if (expected <= 1) return null;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const [whole, short] = [counts[expected] ?? 0, counts[expected - 1] ?? 0];
  // Where other values have theirs, one without is a mistake of its own.
  if (short === 0 || (isZip ? whole : short) < all * SHARE || (zeros > 0 && !(isZip && short > zeros))) return null;
  const example = examples[expected - 1] ?? '';
  return { kind: 'zeros-lost', count: short, samples: [example], repaired: [`0${example}`] };
}
