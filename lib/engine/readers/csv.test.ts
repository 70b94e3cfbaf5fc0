import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '@/lib/engine/types';
import { bytesSource } from './bytes';
import { openFile, ReadError } from './index';

const encode = (text: string) => new TextEncoder().encode(text);
const open = (text: string | Uint8Array, options = {}) => openFile(bytesSource(typeof text === 'string' ? encode(text) : text), options);
const rowsOf = (text: string | Uint8Array, options = {}): RawRow[] => [...open(text, options).chunks()].flat();
const cellsOf = (text: string | Uint8Array, options = {}) => rowsOf(text, options).map(({ cells }) => cells);
const codesOf = (rows: RawRow[]) =>
  rows.map(({ row, issues }) => [row, ...(issues ?? []).map(({ code }) => code)]).filter((entry) => entry.length > 1);

const PEOPLE = ['name,town,born', 'Anna,Bern,1970-02-01', 'Émile,Sion,1981-11-30', 'Zoë,Genève,1992-05-06'];

describe('the dialect of a text file', () => {
  it.each([',', ';', '\t', '|'])('is found when cells are separated by %j', (delimiter) => {
    const { reading } = open(PEOPLE.join('\n').replaceAll(',', delimiter));
    expect(reading).toMatchObject({ delimiter, header: ['name', 'town', 'born'], headerRow: 1, newline: '\n' });
  });

  it.each(['\n', '\r\n', '\r'])('is read the same with lines ending in %j', (newline) => {
    expect(open(PEOPLE.join(newline)).reading.newline).toBe(newline);
    expect(cellsOf(PEOPLE.join(newline))).toHaveLength(3);
  });

  it.each([
    ['a line that ends otherwise', 'name,town\r\nAnna,Bern\nBob,Chur\r\nEve,Visp\r\n', ['mixed-newlines']],
    ['a line break within a cell', 'name,town\r\nAnna,"Bern\nWest"\r\nBob,Chur\r\n', []],
    ['both', 'name,town\r\nAnna,"Bern\nWest"\r\nBob,Chur\nEve,Visp\r\nZoë,Sion\r\n', ['mixed-newlines']],
  ])('tells mixed line ends of %s: %j', (_, text, codes) => {
    expect(open(text).reading.issues.map(({ code }) => code)).toEqual(codes);
  });

  it('follows a sep= line, which is no record of the table', () => {
    const { reading } = open(`sep=;\n${PEOPLE.join('\n').replaceAll(',', ';')}`);
    expect(reading).toMatchObject({ delimiter: ';', headerRow: 2, header: ['name', 'town', 'born'] });
  });

  it('takes single quotes where they enclose cells', () => {
    expect(cellsOf("'id','note'\n'1','a, b'\n'2','c, d'\n'3','e'\n")).toEqual([
      ['1', 'a, b'],
      ['2', 'c, d'],
      ['3', 'e'],
    ]);
  });

  it('resolves quotes that a backslash escapes', () => {
    expect(cellsOf('id,note\n1,"say \\"hi\\", then"\n2,"b"\n3,"c"\n')[0]).toEqual(['1', 'say "hi", then']);
  });

  it('obeys a delimiter that a person names', () => {
    expect(cellsOf('a;b,c\n1;2,3\n', { delimiter: ',' })).toEqual([['1;2', '3']]);
  });
});

describe('records', () => {
  it('keep quoted delimiters, quotes and line ends', () => {
    expect(cellsOf('id,note\n1,"a, ""b""\nc"\n2,d\n')).toEqual([
      ['1', 'a, "b"\nc'],
      ['2', 'd'],
    ]);
  });

  it('of another width are kept as they are and marked', () => {
    const rows = rowsOf(`${PEOPLE.join('\n')}\nBob,Chur\nEve,Visp,1999-01-01,extra\n`);
    expect(rows.slice(3).map(({ cells }) => cells.length)).toEqual([2, 4]);
    expect(codesOf(rows)).toEqual([
      [5, 'ragged-row'],
      [6, 'ragged-row'],
    ]);
  });

  it('with a stray opening quote keep their own cells and swallow no other row', () => {
    const rows = rowsOf('id,name,town\n1,"Ann",Bern\n2,"Bob,Chur\n3,"Cid",Visp\n4,"Dan",Sion\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Ann', 'Bern'],
      ['2', '"Bob', 'Chur'],
      ['3', 'Cid', 'Visp'],
      ['4', 'Dan', 'Sion'],
    ]);
    expect(codesOf(rows)).toEqual([[3, 'stray-quote']]);
  });

  it('after a quote that never closes are still read', () => {
    const rows = rowsOf('id,name\n1,"Ann\n2,Bob\n3,Cid\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '"Ann'],
      ['2', 'Bob'],
      ['3', 'Cid'],
    ]);
    expect(codesOf(rows).map(([row]) => row)).toEqual([2]);
  });

  it('lose zero characters, and say so', () => {
    const rows = rowsOf('id,name\n1,A\0nn\n2,Bob\n');
    expect(rows[0]?.cells).toEqual(['1', 'Ann']);
    expect(codesOf(rows)).toEqual([[2, 'null-characters']]);
  });

  it('are not made of blank lines, but of lines of delimiters', () => {
    expect(rowsOf('a,b,c\n1,2,3\n\n,,\n4,5,6\n').map(({ row, cells }) => [row, cells.join('')])).toEqual([
      [2, '123'],
      [3, ''],
      [4, '456'],
    ]);
  });

  it('are the same when asked for again and in smaller chunks', () => {
    const table = open(PEOPLE.join('\n'));
    expect([...table.chunks(1)].map((chunk) => chunk.length)).toEqual([1, 1, 1]);
    expect([...table.chunks()].flat()).toEqual([...table.chunks(2)].flat());
  });
});

describe('the header', () => {
  it.each([
    ['an empty file', '', null, 0, 'empty-file'],
    ['a header alone', 'name,town\n', 1, 0, 'no-rows'],
    ['a title above', `Export of 3 May,,\n,,\n${PEOPLE.join('\n')}`, 3, 3, 'rows-before-header'],
    ['records only', '1,Bern,1970-02-01\n2,Sion,1981-11-30\n3,Chur,1999-09-09\n', null, 3, null],
  ])('of %s', (_, text, headerRow, count, code) => {
    const table = open(text);
    expect(table.reading.headerRow).toBe(headerRow);
    expect([...table.chunks()].flat()).toHaveLength(count);
    expect(table.reading.issues.map((found) => found.code)).toEqual(code ? [code] : []);
  });

  it('is the row of field codes in a template with labels above it', () => {
    const { reading } = open(
      'Global;Global;Contact\nOwner;What to do;Number\nText 15;Enum;Text 20\nINSTITUTION;OPERATION;CONTACT_NR\nVENUE;INSERT;1\n',
    );
    expect(reading).toMatchObject({ headerRow: 4, header: ['INSTITUTION', 'OPERATION', 'CONTACT_NR'] });
  });

  it('goes over two rows when both have words where the records have numbers', () => {
    const text = `Sales,Sales,Town\nJan,Feb,Name\n${Array.from({ length: 6 }, (_, i) => `${i},${i * 2},${i}.5`).join('\n')}`;
    expect(open(text).reading.header).toEqual(['Sales Jan', 'Sales Feb', 'Town Name']);
  });

  it('has the names of groups above it where names stand twice, as merged cells leave them', () => {
    const text =
      'Contact,,Billing,,Delivery,\nName,Born,Street,Town,Street,Town\nAnn,1980-01-31,A 1,Bern,B 2,Chur\nBob,1981-01-31,C 3,Sion,D 4,Visp\n';
    const { reading } = open(text);
    expect(reading.header).toEqual(['Contact Name', 'Contact Born', 'Billing Street', 'Billing Town', 'Delivery Street', 'Delivery Town']);
    expect(reading).toMatchObject({ headerRow: 1, issues: [] });
    expect(cellsOf(text)).toHaveLength(2);
  });

  it('is where a person says', () => {
    expect(open(PEOPLE.join('\n'), { headerRow: null }).reading.header).toEqual([]);
    expect(cellsOf(PEOPLE.join('\n'), { headerRow: 2 })).toHaveLength(2);
  });
});

describe('any file', () => {
  it('ends in rows or in a refusal with a code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          for (const { cells } of rowsOf(bytes)) expect(Array.isArray(cells)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ReadError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every cell of a well-formed table', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', ';', '7'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = ['x1,x2,x3', ...rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))].join('\n');
        expect(cellsOf(text, { delimiter: ',', quote: '"', headerRow: 1 })).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('with more columns than allowed is refused', () => {
    const text = Array.from({ length: 1001 }, (_, i) => `c${i}`).join(',');
    expect(() => open(`${text}\n${text}\n`)).toThrow(expect.objectContaining({ code: 'too-many-columns' }));
  });
});
