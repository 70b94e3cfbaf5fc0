import { type FormatRule, file, pair, person, refused, unchanged, updated } from './rule.fixture';

const NAMES: readonly FormatRule[] = [
  person('FIRSTNAME: is enough for a person', { FIRSTNAME: 'Anna' }, { FIRSTNAME: 'Anna', LASTNAME: undefined }),
  person('LASTNAME: is enough for a person', { LASTNAME: 'Bell' }, { LASTNAME: 'Bell', FIRSTNAME: undefined }),
  refused('FIRSTNAME: takes 100 characters', { FIRSTNAME: 'x'.repeat(101) }, 'text-too-long'),
  refused('LASTNAME: takes 100 characters', { LASTNAME: 'x'.repeat(101) }, 'text-too-long'),
  person('FIRSTNAME: digits in it are told and kept', { FIRSTNAME: 'Anna 2' }, { FIRSTNAME: 'Anna 2' }, 'digits-in-name'),
  person('LASTNAME: digits in it are told and kept', { LASTNAME: '06 12 34' }, { LASTNAME: '06 12 34' }, 'digits-in-name'),
  person('LASTNAME: case and accents are kept as written', { LASTNAME: 'de la ÉTOILE' }, { LASTNAME: 'de la ÉTOILE' }),
  updated('LASTNAME: = clears it', { FIRSTNAME: 'Anna' }, { LASTNAME: '=' }, { LASTNAME: null }),
  file(
    'no name: neither first, last nor official name and no e-mail is nobody',
    [],
    { TOWN: 'Lyon' },
    { bucket: 'refused', says: ['nothing-to-create'] },
  ),
  file('no name: = gives a new person no name', [], { LASTNAME: '=', FIRSTNAME: '=' }, { bucket: 'refused', says: ['nothing-to-create'] }),
];

const read = (typed: string) => person(`BIRTHDATE: ${typed} is read`, { BIRTHDATE: typed }, { BIRTHDATE: '1999-02-01' });
const skipped = (typed: string, why: string) =>
  person(
    `BIRTHDATE: ${typed} ${why}: the cell is left out, the row goes on`,
    { OPERATION: 'INSERT', BIRTHDATE: typed },
    { LASTNAME: 'Bell', BIRTHDATE: undefined },
    'bad-date',
  );

const BIRTHDATE: readonly FormatRule[] = [
  ...['01.02.1999', '01/02/1999', '01-02-1999', '1999-02-01', '1.2.1999'].map(read),
  skipped('32.01.1999', 'is no day'),
  skipped('30.02.1999', 'is no day'),
  skipped('31.04.1999', 'is no day'),
  skipped('01.13.1999', 'has no such month'),
  skipped('01/13/1999', 'has no such month, though every date of the column would have one'),
  skipped('tomorrow', 'is no date'),
  skipped('29.02.1900', 'is no leap day'),
  skipped('1999', 'is a year alone'),
  person('BIRTHDATE: today is allowed', { BIRTHDATE: '01.03.2026' }, { BIRTHDATE: '2026-03-01' }),
  person('BIRTHDATE: tomorrow is not', { BIRTHDATE: '02.03.2026' }, { LASTNAME: 'Bell', BIRTHDATE: undefined }, 'date-in-future'),
  person(
    'BIRTHDATE: a year of two digits is none in a file of the format',
    { OPERATION: 'INSERT', BIRTHDATE: '01.02.99' },
    { BIRTHDATE: undefined },
    'bad-date',
  ),
  person('BIRTHDATE: in files of other tools the column decides which is the month', { BIRTHDATE: '02/21/1999' }, { BIRTHDATE: '1999-02-21' }),
  person('BIRTHDATE: in files of other tools it is decided and told', { BIRTHDATE: '01.02.99' }, { BIRTHDATE: '1999-02-01' }, 'century-decided'),
  unchanged('BIRTHDATE: a bad one leaves the one there is', { BIRTHDATE: '1980-12-31' }, { BIRTHDATE: '30.02.1999' }, 'bad-date'),
  updated('BIRTHDATE: = clears it', { BIRTHDATE: '1980-12-31' }, { BIRTHDATE: '=' }, { BIRTHDATE: null }),
];

const LANGUAGE: readonly FormatRule[] = [
  ...['en', 'fr', 'es', 'it'].map((code) => person(`PREF_LANG: ${code} is a code of ISO 639-1`, { PREF_LANG: code }, { PREF_LANG: code })),
  person('PREF_LANG: capitals and regions are left off', { PREF_LANG: 'FR-ch' }, { PREF_LANG: 'fr' }),
  person('PREF_LANG: of a new contact it is that of the institution where the cell is empty', { PREF_LANG: '' }, { PREF_LANG: 'fr' }),
  person('PREF_LANG: an unknown one is left out', { PREF_LANG: 'zz' }, { PREF_LANG: 'fr' }, 'unknown-language'),
  pair(
    'PREF_LANG: is that of a structure and of its relay alike',
    { PREF_LANG: 'en' },
    { structure: { PREF_LANG: 'en' }, relay: { PREF_LANG: 'en' } },
  ),
];

/** The block of natural persons. */
export const INDIVIDUAL_RULES: readonly FormatRule[] = [...NAMES, ...BIRTHDATE, ...LANGUAGE];
