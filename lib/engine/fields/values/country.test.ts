import { describe, expect, it } from 'vitest';
import { cleanCountry } from './country';

const LANGUAGES = ['en', 'fr', 'de', 'it', 'es', 'pt', 'nl', 'pl', 'sv', 'da', 'fi', 'cs', 'hu', 'ro', 'el', 'tr', 'ru'];
const CODES = 'AT BA BE BR CH CI CN CV CZ DE DZ ES FK FR GR HK IE IT JP KR LU MA MK MM MX NL NO PL PS PT RO RU SE SN SY TN TR UA US VN ZA'.split(' ');

describe('names of countries', () => {
  it.each(LANGUAGES)('as the platform knows them in %s are all read', (language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    expect(CODES.map((code) => [code, cleanCountry(names.of(code) ?? '')])).toEqual(CODES.map((code) => [code, code]));
  });

  it.each([
    ['Trinidad & Tobago', 'TT'],
    ['Trinidad et Tobago', 'TT'],
    ['St. Lucia', 'LC'],
    ['The Netherlands', 'NL'],
    ['Les Pays-Bas', 'NL'],
    ['Holland', 'NL'],
    ['U.S.A.', 'US'],
    ['Etats-Unis', 'US'],
    ['Burma', 'MM'],
    ['Myanmar (Burma)', 'MM'],
    ['Falkland Islands (Islas Malvinas)', 'FK'],
    ['Tschechien', 'CZ'],
    ['Tschechische Republik', 'CZ'],
    ['Ivory Coast', 'CI'],
    ['DR Congo', 'CD'],
    ['Congo', undefined],
    ['Congo (Kinshasa)', 'CD'],
    ['Congo-Brazzaville', 'CG'],
    ['Scotland', 'GB'],
    ['Swaziland', 'SZ'],
    ['KIBRIS', 'CY'],
    ['Kıbrıs', 'CY'],
    ['Atlantis', undefined],
    ['France (Atlantis)', 'FR'],
    ['()', undefined],
  ])('%s is %s', (name, code) => {
    const cleaned = cleanCountry(name);
    expect(typeof cleaned === 'string' ? cleaned : cleaned.value).toBe(code);
  });
});
