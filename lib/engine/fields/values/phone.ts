import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
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
 * The plain shape of most national numbers where the numbering plan gives them one: it tells the bulk of a file without the library,
 * several times faster, and a test holds it against the library.
 */
const PLAIN = new Map([
  ['FR', { shape: /^0(?:[139]\d|2[0-57-9]|4[1-9]|5[0-8]|6[0-24-8]|7[3-9])\d{7}$/, prefix: '+33' }],
  ['CH', { shape: /^0(?:2[12467]|3[1-4]|4[134]|5[256]|6[1289]|7[1-35-9]|[89]1)\d{7}$/, prefix: '+41' }],
]);

/** The address of a telephone as links have it. */
const SCHEME = /^tel:/i;

/** E.164 has no room for an extension: such a number stays as typed rather than losing it. */
function read(value: string, home: CountryCode | undefined): string | null {
  const number = parsePhoneNumberFromString(value, { defaultCountry: home, extract: false });
  return number?.isValid() && !number.ext ? number.number : null;
}

function judge(value: string, country: string): Cleaned {
  const plain = PLAIN.get(country);
  const digits = plain && value.replace(/[ .-]/g, '');
  if (digits && plain.shape.test(digits)) return plain.prefix + digits.slice(1);
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const written = value.replace(SCHEME, '');
  const found =
    read(written, home) ?? (home && isNorthAmerican(home) ? null : read(written.replace(FORCED_PREFIX, '+$1 ').replace(/^00/, '+'), home));
  if (found) return found;
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
