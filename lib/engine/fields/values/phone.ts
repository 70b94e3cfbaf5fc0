import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Cleaned, Place } from '@/lib/engine/fields/field';

/** Characters kept of what is no valid number. */
const LENGTH = 40;
/** Distinct numbers remembered; above it the memory starts afresh. */
const REMEMBERED = 20_000;

/** `(41) 21 …` at the start names the country. */
const FORCED_PREFIX = /^\(([1-9]\d{0,2})\)\s*/;

/** North America writes its area codes in parentheses, so there they name no country. */
const isNorthAmerican = (country: CountryCode): boolean => getCountryCallingCode(country) === '1';

/**
 * The plain shape of a national number where the numbering plan gives all numbers one: it tells the bulk of a file without the library,
 * several times faster, and a test holds it against the library.
 */
const PLAIN = new Map([
  ['FR', { shape: /^0[1-9]\d{8}$/, prefix: '+33' }],
  ['CH', { shape: /^0[2-9]\d{8}$/, prefix: '+41' }],
]);

function judge(value: string, country: string): Cleaned {
  const plain = PLAIN.get(country);
  const digits = plain && value.replace(/[ .-]/g, '');
  if (digits && plain.shape.test(digits)) return plain.prefix + digits.slice(1);
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const international = home && isNorthAmerican(home) ? value : value.replace(FORCED_PREFIX, '+$1 ').replace(/^00/, '+');
  const number = parsePhoneNumberFromString(international, { defaultCountry: home, extract: false });
  // E.164 has no room for an extension: such a number stays as typed rather than losing it.
  if (number?.isValid() && !number.ext) return number.number;
  if (value.length > LENGTH) return { value: undefined, code: 'phone-too-long', params: { value, max: LENGTH } };
  return { value, code: 'bad-phone', params: { value, country } };
}

/** E.164 where the number can exist in the country it is written for; otherwise as typed, with a warning. */
export function cleanPhone(value: string, { country, phones }: Place): Cleaned {
  const key = `${country} ${value}`;
  const known = phones.get(key);
  if (known !== undefined) return known;
  const judged = judge(value, country);
  if (phones.size >= REMEMBERED) phones.clear();
  phones.set(key, judged);
  return judged;
}
