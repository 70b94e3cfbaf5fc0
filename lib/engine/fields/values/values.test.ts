import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { Cleaned, Place } from '@/lib/engine/fields/field';
import { cleanAddressUse } from './address-use';
import { cleanCountry } from './country';
import { cleanPastDate, decideDateOrder } from './date';
import { cleanEmail } from './email';
import { cleanFlag } from './flag';
import { cleanLanguage } from './language';
import { cleanOperation } from './operation-word';
import { cleanPhone, documentedPhone } from './phone';
import { appendRemark, cleanRemark } from './remark';
import { cleanRole } from './role-word';
import { tidy } from './tidy';
import { cleanTitle } from './title';
import { cleanWebAddress } from './web-address';

const place = (given: Partial<Place> = {}): Place => ({ country: 'FR', dateOrder: 'day-first', today: '2026-03-01', phones: new Map(), ...given });

/** A clean value as itself; a finding as its code and what became of the cell. */
const told = (cleaned: Cleaned): string => (typeof cleaned === 'string' ? cleaned : `${cleaned.code}: ${cleaned.value ?? 'skipped'}`);

describe('dates of birth', () => {
  it.each([
    ['31.12.1980', '1980-12-31'],
    ['31/12/1980', '1980-12-31'],
    ['31-12-1980', '1980-12-31'],
    ['1980-12-31', '1980-12-31'],
    ['1980-12-31 00:00:00', '1980-12-31'],
    ['31.12.1980 00:00', '1980-12-31'],
    ['3.4.1980', '1980-04-03'],
    ['29.02.2000', '2000-02-29'],
    ['01.03.2026', '2026-03-01'],
    ['29.02.1900', 'bad-date: skipped'],
    ['29.02.1999', 'bad-date: skipped'],
    ['32.01.1999', 'bad-date: skipped'],
    ['30.02.1999', 'bad-date: skipped'],
    ['31.04.1999', 'bad-date: skipped'],
    ['01.13.1999', 'bad-date: skipped'],
    ['00.01.1999', 'bad-date: skipped'],
    ['31. 12. 1980', '1980-12-31'],
    ['1980. 12. 31.', '1980-12-31'],
    ['31.12.1980 г.', '1980-12-31'],
    ['19801231', '1980-12-31'],
    ['1980年12月31日', '1980-12-31'],
    ['December 31st, 1980', '1980-12-31'],
    ['Thursday, 2 April 1987', '1987-04-02'],
    ['31 Dec 80', 'century-decided: 1980-12-31'],
    ['01.01.80', 'century-decided: 1980-01-01'],
    ['01.03.26', 'century-decided: 2026-03-01'],
    ['02.03.26', 'century-decided: 1926-03-02'],
    ['about 2 April 1987', 'bad-date: skipped'],
    ['2 April', 'bad-date: skipped'],
    ['30 February 1987', 'bad-date: skipped'],
    ['01.02/1980', 'bad-date: skipped'],
    ['1980-12-31T00:00:00.000Z', '1980-12-31'],
    ['1980-12-31 14:30:00', 'time-left-out: 1980-12-31'],
    ['1980-12-30T23:00:00Z', 'time-left-out: 1980-12-30'],
    ['0000-00-00', 'bad-date: skipped'],
    ['29581', 'bad-date: skipped'],
    ['02.03.2026', 'date-in-future: skipped'],
  ])('%s is %s', (typed, expected) => {
    expect(told(cleanPastDate(typed, place()))).toBe(expected);
  });

  it('are read month first where the column is', () => {
    expect(cleanPastDate('12/31/1980', place({ dateOrder: 'month-first' }))).toBe('1980-12-31');
  });

  it('are read year first where the column is', () => {
    expect(told(cleanPastDate('80/12/31', place({ dateOrder: 'year-first' })))).toBe('century-decided: 1980-12-31');
  });

  it.each([
    ['29587', '1981-01-01'],
    ['10000', '1927-05-18'],
    ['60001', 'bad-date: skipped'],
    ['1980', 'bad-date: skipped'],
  ])('are day numbers of a spreadsheet where the column is: %s is %s', (typed, expected) => {
    expect(told(cleanPastDate(typed, place({ dateOrder: 'serial' })))).toBe(expected);
  });

  it.each([
    ['every value could be either', ['01/02/1980', '03/04/1981'], 'day-first'],
    ['a value proves the month first and none the day', ['01/02/1980', '03/25/1981'], 'month-first'],
    ['values prove both', ['03/25/1981', '25/03/1981'], 'day-first'],
    ['the year is first', ['1980-12-31'], 'day-first'],
    ['a year of two digits is proven first', ['80/12/31', '01/02/03'], 'year-first'],
    ['years of two digits are proven first and last', ['80/12/31', '31/12/80'], 'day-first'],
    ['every value is a day number', ['29587', '31002'], 'serial'],
    ['only some are day numbers', ['29587', '31.12.1980'], 'day-first'],
    ['there are no dates', ['', 'x'], 'day-first'],
  ] as const)('have the order of their column when %s', (_, values, expected) => {
    expect(decideDateOrder(values)).toBe(expected);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['FR', '01 40 15 80 00', '+33140158000'],
    ['FR', '01.40.15.80.00', '+33140158000'],
    ['FR', '1 40 15 80 00', '+33140158000'],
    ['FR', '+33 (0)1 40 15 80 00', '+33140158000'],
    ['FR', '0041 21 613 21 11', '+41216132111'],
    ['CH', '0041 21 613 21 11', '+41216132111'],
    ['CH', '+41 21 613 21 11', '+41216132111'],
    ['FR', '(41)0216132111', '+41216132111'],
    ['FR', '(41) 21 613 21 11', '+41216132111'],
    ['DE', '(41) 21 613 21 11', '+41216132111'],
    ['DE', '(30) 1234567', '+49301234567'],
    ['FR', '(+41) 21 613 21 11', '+41216132111'],
    ['FR', '(0041) 21 613 21 11', '+41216132111'],
    ['FR', '(39) 06 1234 5678', '+390612345678'],
    ['US', '(212) 555-0123', '+12125550123'],
    ['US', '(41) 21 613 21 11', '+41216132111'],
    ['US', '0041 21 613 21 11', '+41216132111'],
    ['US', '011 41 21 613 21 11', '+41216132111'],
    ['AU', '0041 21 613 21 11', '+41216132111'],
    ['TR', '(474) 212 34 56', '+904742123456'],
    ['FR', 'tel:+33-1-40-15-80-00', '+33140158000'],
    ['BR', '(11) 2345-6789', '+551123456789'],
    ['AT', '+43 1234', 'bad-phone: +43 1234'],
    ['ZZ', '+41 21 613 21 11', '+41216132111'],
    ['FR', '01 SVP 77 77', 'bad-phone: 01 SVP 77 77'],
    ['FR', '123', 'bad-phone: 123'],
    ['FR', '01 40 15 80 00 ext 5', 'bad-phone: 01 40 15 80 00 ext 5'],
    ['FR', '01 40 15 80 00 / 06 12 34 56 78', 'bad-phone: 01 40 15 80 00 / 06 12 34 56 78'],
    ['ZZ', '021 613 21 11', 'bad-phone: 021 613 21 11'],
    ['FR', 'ask for the number at the front desk, second door', 'bad-phone: ask for the number at the front desk, second door'],
  ])('in %s, %s is %s', (country, typed, expected) => {
    expect(told(cleanPhone(typed, place({ country })))).toBe(expected);
  });

  it.each([
    ['FR', '01 40 15 80 00', '33 / 0140158000'],
    ['FR', '1 40 15 80 00', '33 / 0140158000'],
    ['FR', '0041 21 613 21 11', '41 / 0216132111'],
    ['CH', '0041 21 613 21 11', '41 / 0216132111'],
    ['CH', '+41 21 613 21 11', '41 / 0216132111'],
    ['FR', '(41)0216132111', '41 / 0216132111'],
    ['FR', '01 SVP 77 77', null],
    ['IT', '06 1234 5678', '39 / 0612345678'],
    ['IT', '333 123 4567', '39 / 3331234567'],
    ['ES', '912 34 56 78', '34 / 912345678'],
    ['US', '(212) 555-0123', '1 / 2125550123'],
    ['DE', '030 123456', '49 / 030123456'],
    ['HU', '06 1 234 5678', '36 / 0612345678'],
    ['RU', '8 (495) 123-45-67', '7 / 4951234567'],
    ['BR', '(11) 2345-6789', '55 / 1123456789'],
    ['FR', '+800 1234 5678', '800 / 12345678'],
    ['FR', '+33 1 40 15 80 00 ext 5', null],
  ])('in %s, %s is documented as %s', (country, typed, documented) => {
    const cleaned = cleanPhone(typed, place({ country }));
    expect(documentedPhone(typeof cleaned === 'string' ? cleaned : (cleaned.value ?? ''))).toBe(documented);
  });

  it.each(['FR', 'CH'] as const)('of the plain shape in %s are what the library makes of them', (country) => {
    const spelled = fc
      .tuple(fc.stringMatching(/^0\d{9}$/), fc.constantFrom('', ' ', '.', '-'))
      .map(([digits, gap]) => digits.replace(/(..)(?=.)/g, `$1${gap}`));
    fc.assert(
      fc.property(spelled, (typed) => {
        const number = parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false });
        expect(told(cleanPhone(typed, place({ country })))).toBe(number?.isValid() ? number.number : `bad-phone: ${typed}`);
      }),
    );
  });

  it('are judged once for each country', () => {
    const shared = place();
    for (const country of ['FR', 'CH', 'CH']) expect(cleanPhone('+41 21 613 21 11', { ...shared, country })).toBe('+41216132111');
    expect(shared.phones.size).toBe(2);
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['Anna.Bell@Example.ORG', 'anna.bell@example.org'],
    ['mailto:a@b.ch', 'a@b.ch'],
    ["o'hara+news@mail.example.co.uk", "o'hara+news@mail.example.co.uk"],
    ['a@bücher.de', 'a@bücher.de'],
    ['Anna Bell <Anna@Bell.org>', 'anna@bell.org'],
    ['<a@b.org>', 'a@b.org'],
    ['a@xn--bcher-kva.xn--p1ai', 'a@xn--bcher-kva.xn--p1ai'],
    [`${'a'.repeat(64)}@b.org`, `${'a'.repeat(64)}@b.org`],
    [`${'a'.repeat(65)}@b.org`, 'bad-email: skipped'],
    [`a@${'b'.repeat(64)}.org`, 'bad-email: skipped'],
    ['"a b"@c.org', 'bad-email: skipped'],
    ['a@[127.0.0.1]', 'bad-email: skipped'],
    ['a@127.0.0.1', 'bad-email: skipped'],
    ['a@b', 'bad-email: skipped'],
    ['a b@c.org', 'bad-email: skipped'],
    ['a@b.org; c@d.org', 'bad-email: skipped'],
    ['@b.org', 'bad-email: skipped'],
    ['a@@b.org', 'bad-email: skipped'],
    ['a..b@c.org', 'bad-email: skipped'],
    ['a@-b.org', 'bad-email: skipped'],
    [`${'a'.repeat(245)}@b.org`, 'bad-email: skipped'],
  ])('%s is %s', (typed, expected) => {
    expect(told(cleanEmail(typed))).toBe(expected);
  });
});

describe('values of lists', () => {
  it.each([
    [cleanCountry, 'fr', 'FR'],
    [cleanCountry, 'CHE', 'CH'],
    [cleanCountry, 'Switzerland', 'CH'],
    [cleanCountry, 'SUISSE', 'CH'],
    [cleanCountry, 'Österreich', 'AT'],
    [cleanCountry, 'Pays-Bas', 'NL'],
    [cleanCountry, 'Spagna', 'ES'],
    [cleanCountry, 'Alemania', 'DE'],
    [cleanCountry, 'Congo', 'unknown-country: skipped'],
    [cleanCountry, 'UK', 'country-code-mistaken: skipped'],
    [cleanCountry, 'en', 'country-code-mistaken: skipped'],
    [cleanCountry, 'Frankreichh', 'unknown-country: skipped'],
    [cleanCountry, 'constructor', 'unknown-country: skipped'],
    [cleanLanguage, 'FR', 'fr'],
    [cleanLanguage, 'fr-CH', 'fr'],
    [cleanLanguage, 'Français', 'fr'],
    [cleanLanguage, 'deu', 'de'],
    [cleanLanguage, 'xx', 'unknown-language: skipped'],
    [cleanLanguage, 'constructor', 'unknown-language: skipped'],
    [cleanTitle, 'MR', 'MR'],
    [cleanTitle, 'M.', 'MR'],
    [cleanTitle, 'Herr', 'MR'],
    [cleanTitle, 'Mme', 'MRS'],
    [cleanTitle, 'Frau', 'MRS'],
    [cleanTitle, 'Sig.ra', 'MRS'],
    [cleanTitle, 'Mlle', 'MISS'],
    [cleanTitle, 'MR_AND_MRS', 'MR_AND_MRS'],
    [cleanTitle, 'M. et Mme', 'MR_AND_MRS'],
    [cleanTitle, 'CONTACT_TITLE/MISS', 'MISS'],
    [cleanTitle, 'Captain', 'unknown-title: skipped'],
    [cleanFlag, 'TRUE', 'TRUE'],
    [cleanFlag, 'false', 'FALSE'],
    [cleanFlag, 'T', 'TRUE'],
    [cleanFlag, 'F', 'FALSE'],
    [cleanFlag, 'yes', 'bad-flag: skipped'],
    [cleanFlag, '1', 'bad-flag: skipped'],
    [cleanRole, 'relay', 'RELAY'],
    [cleanRole, 'GUIDE', 'unknown-role: skipped'],
    [cleanAddressUse, 'bm', 'MB'],
    [cleanAddressUse, 'MSB', 'MSB'],
    [cleanAddressUse, 'MM', 'bad-address-use: skipped'],
    [cleanAddressUse, 'home', 'bad-address-use: skipped'],
    [cleanOperation, 'update', 'UPDATE'],
    [cleanOperation, 'UPSERT', 'unknown-operation: skipped'],
    [cleanOperation, 'ADD_OR_UPDATE', 'unknown-operation: skipped'],
    [cleanWebAddress, 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
    [cleanWebAddress, 'www.example.org', 'http://www.example.org'],
    [cleanWebAddress, 'a@example.org', 'bad-web-address: skipped'],
    [cleanWebAddress, 'none', 'bad-web-address: skipped'],
    [cleanRemark, 'plain', 'plain'],
    [cleanRemark, '|| more', '||more'],
    [cleanRemark, '||', 'nothing-to-append: skipped'],
  ] as const)('%o: %s is %s', (clean, typed, expected) => {
    expect(told(clean(typed))).toBe(expected);
  });
});

describe('a remark with the append mark', () => {
  it.each([
    [undefined, '||new', 'new'],
    ['old', '||new', 'old\nnew'],
    ['old\nnew', '||new', 'old\nnew'],
    ['new', '||new', 'new'],
    ['renew', '||new', 'renew\nnew'],
    ['old', 'new', 'new'],
    ['x'.repeat(1999), '||new', `remark-full: ${'x'.repeat(1999)}`],
  ])('on %j, %j is %j', (before, value, expected) => {
    expect(told(appendRemark(before, value))).toBe(expected);
  });
});

describe('tidying a text', () => {
  it.each([
    ['plain text', false, 'plain text', 0],
    ['  a\u00a0b\u202f ', false, 'a b', 0],
    ['e\u0301', false, 'é', 0],
    ['\ufeffa\u200bb\u00ad', false, 'ab', 0],
    ['a\u0000b\u0007', false, 'ab', 2],
    ['a\tb', false, 'a b', 0],
    ['a\r\nb', false, 'a b', 0],
    ['a\r\nb\rc', true, 'a\nb\nc', 0],
  ])('%j, line breaks kept %s, is %j', (typed, multiline, text, removed) => {
    expect(tidy(typed, multiline)).toEqual({ text, removed });
  });
});
