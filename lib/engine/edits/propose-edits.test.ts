import { describe, expect, it } from 'vitest';
import { suggestMapping } from '@/lib/engine/mapping/suggest-mapping';
import { profileColumns } from '@/lib/engine/profile';
import { prepareEditing } from './edit-rows';
import { FIRST_MADE_COLUMN as MADE } from './edited-row';
import { offerEdits } from './offer-edits';
import { proposeEdits } from './propose-edits';

const profileOf = (header: string[], ...rows: string[][]) => {
  const profiler = profileColumns(header);
  profiler.add(rows.map((cells, at) => ({ row: at + 2, cells })));
  return profiler.result();
};

/** The first row by field, as it is proposed. */
function proposed(header: string[], ...rows: string[][]): Record<string, string> {
  const profile = profileOf(header, ...rows);
  const { suggestions, edits } = proposeEdits(profile, suggestMapping(profile));
  const mapping = Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));
  const [row] = prepareEditing(edits, { country: 'FR', mapping }).edit([{ row: 2, cells: rows[0] ?? [] }]);
  return Object.fromEntries(
    suggestions.flatMap(({ index, field }) => {
      const cell = index < MADE ? row?.cells[index] : row?.made?.[index - MADE];
      return field && cell ? [[field, cell]] : [];
    }),
  );
}

describe('what is proposed', () => {
  it.each<[string, string[], string[][], Record<string, string>]>([
    [
      'whole names',
      ['Full name', 'E-mail'],
      [['Frau Anna Müller', 'a@x.org']],
      { TITLE: 'Frau', FIRSTNAME: 'Anna', LASTNAME: 'Müller', EMAIL1: 'a@x.org' },
    ],
    ['a title of its own', ['Anrede', 'Vollständiger Name'], [['Herr', 'Dr. Max Weber']], { TITLE: 'Herr', FIRSTNAME: 'Max', LASTNAME: 'Weber' }],
    [
      'streets, number behind',
      ['Straße', 'Hausnummer', 'PLZ', 'Ort'],
      [['Hauptstr.', '5a', '10115', 'Berlin']],
      { LINE1: 'Hauptstr. 5a', ZIPCODE: '10115', TOWN: 'Berlin' },
    ],
    [
      'streets, number before',
      ['Rue', 'Numéro de rue', 'Code postal', 'Ville'],
      [['rue des Lilas', '12', '75011', 'Paris']],
      { LINE1: '12 rue des Lilas', ZIPCODE: '75011', TOWN: 'Paris' },
    ],
    ['particles', ['Voornaam', 'Tussenvoegsel', 'Achternaam'], [['Jan', 'van der', 'Meer']], { FIRSTNAME: 'Jan', LASTNAME: 'van der Meer' }],
    [
      'dates of birth',
      ['Last name', 'Birth day', 'Birth month', 'Birth year'],
      [['X', '3', '12', '1985']],
      { LASTNAME: 'X', BIRTHDATE: '3.12.1985' },
    ],
    [
      'whole addresses',
      ['Last name', 'Address'],
      [['X', '1 rue Y, 75011 Paris']],
      { LASTNAME: 'X', LINE1: '1 rue Y', ZIPCODE: '75011', TOWN: 'Paris' },
    ],
    [
      'several numbers',
      ['Last name', 'Phone'],
      [['X', '01 40 15 80 00 / 06 12 34 56 78']],
      { LASTNAME: 'X', TELEPHONE: '01 40 15 80 00', CELLPHONE: '06 12 34 56 78' },
    ],
    ['owners of e-mails', ['E-mail'], [['Anna Müller <a@x.org>']], { EMAIL1: 'a@x.org', FIRSTNAME: 'Anna', LASTNAME: 'Müller' }],
  ])('takes %s', (_, header, rows, fields) => {
    expect(proposed(header, ...rows)).toEqual(fields);
  });

  it.each<[string, string[], string[][]]>([
    ['a whole name beside its parts', ['First name', 'Last name', 'Full name'], [['Anna', 'Müller', 'Peter Weber']]],
    ['a billing address beside the main one', ['Street', 'Zip', 'City', 'Billing full address'], [['A', '1000', 'B', '1 rue Y, 75011 Paris']]],
    ['a day of birth alone', ['Last name', 'Birth day'], [['X', '3']]],
    ['one number in each cell', ['Last name', 'Phone'], [['X', '01 40 15 80 00']]],
    ['several numbers in a file of the format', ['OPERATION', 'LASTNAME', 'TELEPHONE', 'CNIL_O'], [['', 'X', '01 40 15 80 00 / 06 12 34 56 78', '']]],
  ])('leaves %s as it is', (_, header, rows) => {
    const profile = profileOf(header, ...rows);
    expect(proposeEdits(profile, suggestMapping(profile)).edits.list).toEqual([]);
  });

  it('fills no field twice', () => {
    const profile = profileOf(
      ['Name', 'Address', 'Country', 'Mobile', 'Phone'],
      ['A B', '1 rue Y, 75011 Paris, France', 'FR', '0612345678', '0140158000;0140158001'],
    );
    const fields = proposeEdits(profile, suggestMapping(profile)).suggestions.flatMap(({ field }) => field ?? []);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields).toEqual(expect.arrayContaining(['LASTNAME', 'FIRSTNAME', 'LINE1', 'ZIPCODE', 'TOWN', 'COUNTRY', 'CELLPHONE', 'TELEPHONE']));
  });
});

describe('what is offered', () => {
  const offersFor = (...cells: string[]) => offerEdits(profileOf(['x'], ...cells.map((text) => [text])));

  it.each<[string, string[], unknown[]]>([
    ['names in capitals', ['DUPONT', 'Weber'], [{ reason: 'names-case', edit: { op: 'case', column: 0, to: 'name' } }]],
    ['names in small letters', ['dupont', 'weber'], [{ reason: 'names-case' }]],
    [
      'cells that stand for nothing',
      ['-', 'N/A', 'Weber', 'k. A.', 'xxx', 'null'],
      [{ reason: 'stand-ins', edit: { op: 'clear', values: ['-', 'N/A', 'k. A.', 'xxx', 'null'] } }],
    ],
    ['mistyped providers', ['a@gmial.com', 'b@hotmail.con', 'c@x.org'], [{ reason: 'domain' }, { reason: 'domain' }]],
  ])('%s', (_, cells, offers) => {
    expect(offersFor(...cells)).toMatchObject(offers);
  });

  it('the value above, where cells are merged over rows', () => {
    expect(offerEdits(profileOf(['x', 'y'], ['Dupont', 'Bern'], ['Weber', '']), [1])).toEqual([
      { column: 1, reason: 'merged', fields: null, edit: { op: 'fill-down', column: 1 } },
    ]);
  });

  it.each<[string, string[]]>([
    ['names as they are written', ['Dupont', 'von Trapp', 'McDonald']],
    ['the country Namibia', ['NA', 'FR', 'Ch']],
    ['one name in capitals among many', ['DUPONT', ...Array.from({ length: 20 }, (_, at) => `Weber${'abcdefghijklmnopqrst'[at]}`)]],
    ['providers that exist', ['a@mail.com', 'b@gmx.at', 'c@ymail.com', 'd@email.com', 'e@hotmail.it']],
    ['empty cells', ['', ' ']],
  ])('nothing for %s', (_, cells) => {
    expect(offersFor(...cells).filter(({ reason }) => reason !== 'names-case' || cells[0] !== 'NA')).toEqual([]);
  });

  it('a domain is put right wherever it stands, and nothing else', () => {
    const [offer] = offersFor('a@gmial.com');
    const editing = prepareEditing({ version: 1, list: offer ? [offer.edit] : [] }, { country: 'FR', mapping: {} });
    const texts = ['A@GMIAL.COM', 'A <a@gmial.com>', 'a@gmial.com.x', 'a@xgmial.com'].map((text, row) => ({ row, cells: [text] }));
    expect(editing.edit(texts).map(({ cells }) => cells[0])).toEqual(['A@gmail.com', 'A <a@gmail.com>', 'a@gmial.com.x', 'a@xgmial.com']);
  });
});
