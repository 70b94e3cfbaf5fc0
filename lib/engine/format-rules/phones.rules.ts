import type { TypedRow } from '@/lib/engine/small-file.fixture';
import { type FormatRule, file, pair, person, unchanged, updated } from './rule.fixture';

const CODES = ['TELEPHONE', 'FAX', 'CELLPHONE'] as const;

const read = (rule: string, country: string, typed: string, number: string): FormatRule[] =>
  CODES.map((code) => person(`${code}: ${rule}`, { COUNTRY: country, [code]: typed } as TypedRow, { [code]: number }));

/** How the three telephone numbers are read. Every international prefix is recognised, other than in SecuTix under a French address. */
export const PHONE_RULES: readonly FormatRule[] = [
  ...read('a number of the country', 'FR', '01 40 15 80 00', '+33140158000'),
  ...read('a missing leading zero is no matter', 'FR', '1 40 15 80 00', '+33140158000'),
  ...read('what is no digit does not count', 'FR', '01.40-15/80 00', '+33140158000'),
  ...read('00 before the prefix of another country', 'FR', '0041 21 613 21 11', '+41216132111'),
  ...read('00 before the prefix of the own country', 'CH', '0041 21 613 21 11', '+41216132111'),
  ...read('+ is the same as 00', 'CH', '+41 21 613 21 11', '+41216132111'),
  ...read('a prefix in brackets at the start forces the country', 'FR', '(41)0216132111', '+41216132111'),
  ...read('the zero of Italian numbers stays', 'IT', '06 6982 1234', '+390669821234'),
  ...read('Spanish numbers have no zero in front', 'ES', '912 345 678', '+34912345678'),
  ...read('the 06 of Hungarian numbers is their zero', 'HU', '06 1 234 5678', '+3612345678'),
  ...CODES.map((code) =>
    person(`${code}: the country is that of the institution where the row has none`, { [code]: '0140158000' } as TypedRow, {
      [code]: '+33140158000',
    }),
  ),
  ...CODES.map((code) =>
    person(
      `${code}: what cannot be called is kept as typed, and told`,
      { [code]: '01 SVP 77 77' } as TypedRow,
      { [code]: '01 SVP 77 77' },
      'bad-phone',
    ),
  ),
  ...CODES.map((code) =>
    person(`${code}: that a spreadsheet rounded is kept as typed, and told`, { [code]: '3.31E+10' }, { [code]: '3.31E+10' }, 'digits-rounded-kept'),
  ),
  ...CODES.map((code) =>
    unchanged(
      `${code}: that a spreadsheet rounded leaves a stored number`,
      { [code]: '+33140158000' },
      { [code]: '3.31E+10' },
      'digits-rounded-kept',
    ),
  ),
  ...CODES.map((code) =>
    file(
      `${code}: that a spreadsheet rounded leaves the number of an earlier row`,
      [],
      [
        { LASTNAME: 'Bell', EMAIL1: 'bell@example.org', [code]: '01 40 15 80 00' },
        { LASTNAME: 'Bell', EMAIL1: 'bell@example.org', [code]: '3.31E+10' },
      ],
      { bucket: 'merged', says: ['digits-rounded-kept', 'merged-into-row'] },
    ),
  ),
  ...CODES.map((code) => updated(`${code}: = clears it`, { [code]: '+33140158000' }, { [code]: '=' } as TypedRow, { [code]: null })),
  ...CODES.map((code) =>
    pair(`${code}: is that of a structure and of its relay`, { [code]: '01 40 15 80 00' } as TypedRow, {
      structure: { [code]: '+33140158000' },
      relay: { [code]: '+33140158000' },
    }),
  ),
];
