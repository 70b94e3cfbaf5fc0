import { type CountryCode, getCountryCallingCode, isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Cleaned, Place } from '@/lib/engine/fields/field';

/** Distinct numbers remembered; above it the memory starts afresh. */
const REMEMBERED = 20_000;

/** `(41) 21 …` at the start names the country, as do `(+41)` and `(0041)`. */
const FORCED_PREFIX = /^\((?:\+|00)?([1-9]\d{0,2})\)\s*/;

/** North America writes its area codes of three digits in parentheses, so there they name no country. */
const isAreaCode = (prefix: string, home: CountryCode | undefined): boolean =>
  prefix.length === 3 && home !== undefined && getCountryCallingCode(home) === '1';

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
function read(value: string, home: CountryCode | undefined): PhoneNumber | null {
  const number = parsePhoneNumberFromString(value, { defaultCountry: home, extract: false });
  return number?.isValid() && !number.ext ? number : null;
}

/** The number of the country whose whole calling code stands in parentheses: `(474)` is no Norwegian 47. */
function readForced(value: string, home: CountryCode | undefined): PhoneNumber | null {
  const prefix = FORCED_PREFIX.exec(value)?.[1];
  if (prefix === undefined || isAreaCode(prefix, home)) return null;
  const number = read(value.replace(FORCED_PREFIX, '+$1 '), home);
  return number?.countryCallingCode === prefix ? number : null;
}

/** Where area codes begin with a zero, one in parentheses without it is a country's; elsewhere, as in Brazil, it may well be an area. */
const writesZero = (number: PhoneNumber): boolean => /^\(?0/.test(number.formatNational());

/** `00` and `+` mean the same everywhere, also where other digits lead abroad. */
function find(value: string, home: CountryCode | undefined): PhoneNumber | null {
  const forced = readForced(value, home);
  const atHome = read(value, home);
  if (forced && (!atHome || writesZero(atHome))) return forced;
  return atHome ?? (value.startsWith('00') ? read(value.replace(/^00/, '+'), home) : null);
}

function readPlain(value: string, country: string): string | null {
  const plain = PLAIN.get(country);
  if (!plain) return null;
  const digits = value.replace(/[ .-]/g, '');
  return plain.shape.test(digits) ? plain.prefix + digits.slice(1) : null;
}

function judge(value: string, country: string): Cleaned {
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const found = find(value.replace(SCHEME, ''), home);
  return found ? found.number : { value, code: 'bad-phone', params: { value, country } };
}

/** E.164 where the number can exist in the country it is written for; otherwise as typed, however long, with a warning. */
export function cleanPhone(value: string, { country, phones }: Place): Cleaned {
  const plain = readPlain(value, country);
  if (plain !== null) return plain;
  const key = `${country} ${value}`;
  const known = phones.get(key);
  if (known !== undefined) return known;
  const judged = judge(value, country);
  if (phones.size >= REMEMBERED) phones.clear();
  phones.set(key, judged);
  return judged;
}

/**
 * A number in E.164 as the format documents it: `33 / 0140158000`, the calling code and the number as it is dialled within its country,
 * with the zero in front where there is one. Null for a text that is kept as typed.
 */
export function documentedPhone(value: string): string | null {
  const number = /^\+\d+$/.test(value) ? read(value, undefined) : null;
  if (!number) return null;
  const dialled = number.formatNational().replace(/\D/g, '');
  return `${number.countryCallingCode} / ${dialled.startsWith('0') ? dialled : number.nationalNumber}`;
}

/** Whether a text is a number that can only be a mobile one, read from `country` (ISO 3166-1 alpha-2). */
export function isMobile(value: string, country: string): boolean {
  return find(value, isSupportedCountry(country) ? country : undefined)?.getType() === 'MOBILE';
}
