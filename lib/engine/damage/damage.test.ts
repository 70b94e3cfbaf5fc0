import { describe, expect, it } from 'vitest';
import { profileColumns } from '@/lib/engine/profile';
import type { Mapping } from '@/lib/engine/types';
import type { DamageKind } from './damage';
import { findDamage } from './find-damage';

const profileOf = (rows: readonly (readonly string[])[]) => {
  const profiler = profileColumns((rows[0] ?? []).map((_, at) => `c${at}`));
  profiler.add(rows.map((cells, at) => ({ row: at + 2, cells })));
  return profiler.result();
};
const found = (values: readonly string[], mapping: Mapping = {}, country = 'FR') =>
  findDamage(profileOf(values.map((value) => [value])), mapping, country);
const kinds = (...of: Parameters<typeof found>): DamageKind[] => found(...of).map(({ kind }) => kind);

const times = (count: number, value: (at: number) => string) => Array.from({ length: count }, (_, at) => value(at));
/** Words of different lengths, as people write them: no length is more frequent than its neighbours. */
const text = (at: number, length: number) => `note ${at} ${'lorem ipsum dolor sit amet consectetur '.repeat(60)}`.slice(0, length);
const notes = times(200, (at) => text(at, 12 + ((at * 37) % 190)));
const addresses = times(120, (at) => `${at} rue du Général ${'x'.repeat((at * 7) % 11)}`);

describe('what a tool did to a column is told', () => {
  it.each<[string, string[], DamageKind, number]>([
    ['telephones as quantities', ['3.31402E+11', '4,17921E+10', '0140158000'], 'rounded', 2],
    ['cards whose last digits are zeros', times(6, (at) => `497010000000${at}0000`), 'digits-cut', 6],
    ['numbers of houses that became days', ['12', '3a', '5', '05-Mar', '17', '8 bis', '04-mai', '9'], 'made-a-date', 2],
    ['references that became dates', ['1-2', '3-7', '4-12', '2026-03-05', '6-1', '11-9', '05.03.2026', '8-2', '9-9'], 'made-a-date', 2],
    ['sizes that became months', ['34-36', '36-38', '38-40', '40-42', 'Mar-04', '44-46'], 'made-a-date', 1],
    ['notes cut at 255', [...notes, text(1, 255), text(2, 255)], 'cut', 2],
    ['addresses cut at 30', [...times(60, (at) => text(at, 9 + (at % 20))), ...times(10, (at) => text(at, 30))], 'cut', 10],
    ['letters that were encoded twice', ['MÃ¼ller', 'Dupont', 'Ã‰lodie'], 'encoded-twice', 2],
    ['letters that were lost', ['M?ller', 'Dupont', 'Fran?ois', 'Ren?e'], 'letters-lost', 3],
    ['a letter that could not be read', ['M\ufffdller', 'Dupont'], 'letters-lost', 1],
  ])('%s', (_, values, kind, count) => {
    expect(found(values)).toMatchObject([{ kind, count, column: 0, looked: new Set(values).size }]);
  });

  it.each<[string, string[], Mapping, string, string]>([
    ['post codes of France', ['75001', '69003', '1000', '33000', '6000', '59800', '13001'], { 0: 'ZIPCODE' }, 'FR', '01000'],
    ['telephones of France', ['140158000', '140158001', '612345678', '0140158000'.slice(1)], { 0: 'TELEPHONE' }, 'FR', '0140158000'],
    ['mobile numbers of Switzerland', ['792345678', '782345678', '763456789'], { 0: 'CELLPHONE' }, 'CH', '0792345678'],
  ])('zeros of %s', (_, values, mapping, country, repaired) => {
    expect(found(values, mapping, country)).toMatchObject([{ kind: 'zeros-lost', repaired: [repaired] }]);
  });
});

describe('nothing is told of', () => {
  it.each<[string, string[]]>([
    ['telephones', ['+33 1 40 15 80 00', '0140158000', '06 12 34 56 78']],
    ['measures in powers of ten', ['2.04582E+05', '1.7E+04', '3.1E+06']],
    ['a date in the place of one reference', ['1-2', '3-7', '4-12', '2026-03-05', '6-1', '11-9', '8-2', '9-9']],
    ['references with an E', ['1E5', '4E12', 'E+11']],
    ['long numbers of which some end with zeros', times(30, (at) => `49701000000012${String(at).padStart(2, '0')}0`)],
    ['dates of birth', ['12.03.1980', '01.04.1975', '1990-05-06', '23/11/1966']],
    ['days of birth without a year', ['12-Mar', '1-Apr', '5-mai', '7-Sep']],
    ['days of birth of which a few lost their month', ['12-Mar', '1-Apr', '5-mai', '7-Sep', '9', '14']],
    ['years beside dates', ['2019', '2020', '2021', '2022', '2023', '12.03.2024']],
    ['notes that hold a date', ['called on 3-Mar', 'likes opera', '2026-03-05', 'see the letter of May 7']],
    ['streets with numbers', addresses],
    ['notes of every length', notes],
    ['notes of which the longest has exactly thirty characters', [...times(60, (at) => text(at, 9 + (at % 20))), text(1, 30)]],
    ['a choice of sentences that have one length', times(40, (at) => text(at, 30))],
    ['identifiers of one length', times(50, (at) => String(at).padStart(32, '0'))],
    ['addresses of pages', times(5, (at) => `https://example.org/page?id=${at}`)],
    ['a question', ['Why?no idea', 'when', 'is it?']],
    ['questions with words around', times(6, (at) => `who?${at} what?ever so`)],
    ['letters of Portuguese, Romanian and Vietnamese', ['João', 'Ștefan', 'Nguyễn', 'Ângela', 'São Paulo']],
    ['an empty column', ['', ' ']],
  ])('%s', (_, values) => {
    for (const mapping of [{}, { 0: 'LINE1' }] as Mapping[]) expect(kinds(values, mapping)).toEqual([]);
  });

  it.each<[string, string[], Mapping, string]>([
    ['post codes of a country with four digits', ['1000', '1201', '8001', '3000'], { 0: 'ZIPCODE' }, 'CH'],
    ['post codes that have their zeros, one of them mistyped', ['01000', '06000', '75001', '7500'], { 0: 'ZIPCODE' }, 'FR'],
    ['numbers of customers', ['75001', '69003', '1000', '33000', '6000', '59800', '13001'], { 0: 'CONTACT_NR' }, 'FR'],
    ['telephones that have their zeros', ['0140158000', '0140158001', '612345678'], { 0: 'TELEPHONE' }, 'FR'],
    ['telephones of a country without a zero', ['912345678', '612345678'], { 0: 'TELEPHONE' }, 'ES'],
  ])('zeros of %s', (_, values, mapping, country) => {
    expect(kinds(values, mapping, country)).toEqual([]);
  });

  it('zeros where people live in several countries', () => {
    const zips = ['75001', '69003', '1000', '33000', '6000', '59800', '13001'];
    const mapping: Mapping = { 0: 'ZIPCODE', 1: 'COUNTRY' };
    const of = (country: (at: number) => string) => findDamage(profileOf(zips.map((zip, at) => [zip, country(at)])), mapping, 'FR');
    expect(of(() => 'France')).toMatchObject([{ kind: 'zeros-lost', count: 2 }]);
    expect(of((at) => (at % 2 ? 'France' : 'Suisse'))).toEqual([]);
    expect(of(() => 'Suisse')).toEqual([]);
  });
});

describe('columns that are shifted', () => {
  const row = (at: number) => [`name ${at}`, `Town ${at}`, `a${at}@x.org`, 'note'];
  const whole = times(40, String).map((_, at) => row(at));

  it('are told with the rows in which they are', () => {
    const shifted = [...whole, ['Miller', ' Inc.', 'Bern', 'm@x.org', 'note'], ['Peter', 'p@x.org', 'note']];
    expect(findDamage(profileOf(shifted), {}, 'CH')).toMatchObject([{ kind: 'shifted', column: 2, count: 2, samples: ['42', '43'] }]);
  });

  it('are told however late they come', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => row(at));
    const late = [...many, ['Miller', ' Inc.', 'Bern', 'm@x.org', 'note']];
    expect(findDamage(profileOf(late), {}, 'CH')).toMatchObject([{ kind: 'shifted', column: 2, count: 1, samples: ['3002'] }]);
  });

  it.each<[string, string[][]]>([
    ['all rows are alike', whole],
    ['some rows have a second e-mail alone', [...whole, ['x', 'Town', '', 'second@x.org']]],
    ['two columns of e-mails are filled by turns', whole.map((cells, at) => (at % 3 ? cells : [cells[0] ?? '', 'b@x.org', '', 'note']))],
    ['there are few rows', [...whole.slice(0, 5), ['Miller', ' Inc.', 'Bern', 'm@x.org']]],
  ])('are not told where %s', (_, rows) => {
    expect(findDamage(profileOf(rows), {}, 'CH')).toEqual([]);
  });
});
