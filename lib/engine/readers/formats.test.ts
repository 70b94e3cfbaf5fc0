import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { suggestColumns } from '@/lib/engine/mapping/suggest-columns';
import { bytesSource } from './bytes';
import { GOLDEN } from './golden.fixture';
import { openFile, openSheets, readers } from './index';

const open = (file: string | Uint8Array, options = {}) => openFile(bytesSource(typeof file === 'string' ? strToU8(file) : file), options);
const rowsOf = (file: string | Uint8Array, options = {}) => [...open(file, options).chunks()].flat();
const tableOf = (file: string | Uint8Array, options = {}) => [open(file, options).reading.header, ...rowsOf(file, options).map(({ cells }) => cells)];
const refusalOf = (file: string | Uint8Array) => {
  try {
    open(file);
  } catch (error) {
    return error;
  }
  return null;
};

const CSV = 'name,town\nZoë,Köln\n';
const XLSX = GOLDEN.xlsx as Uint8Array;

describe('a file of the format', () => {
  it.each(readers.map(({ id }) => id))('%s is told by its content and read', (id) => {
    const bytes = GOLDEN[id] as Uint8Array;
    const reader = readers.find((other) => other.id === id);
    expect(reader?.sniff(bytes.subarray(0, 4096), bytesSource(bytes))).toBe(true);
    const [header, ...rows] = tableOf(bytes);
    expect(header?.map((text) => text.toLowerCase().replace('x-', ''))).toEqual(['name', 'town']);
    expect(rows).toEqual([['Zoë', 'Köln']]);
  });
});

describe('an address card', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
  const valuesOf = (text: string) => {
    const [header = [], row = []] = tableOf(text);
    return Object.fromEntries(header.map((heading, at) => [heading, row[at]]));
  };

  it.each([
    [
      '2.1',
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrg',
        'TEL;CELL:+41 79 123 45 67',
        'ADR;HOME:;;Bahnhofstr. 1;Bern;;3011;CH',
      ),
      'Müller',
    ],
    [
      '2.1 in another code page',
      card('VERSION:2.1', 'N;ENCODING=QUOTED-PRINTABLE:M=FCller;J=FCrg', 'TEL;CELL:+41 79 123 45 67', 'ADR;HOME:;;Bahnhofstr. 1;Bern;;3011;CH'),
      'Müller',
    ],
    [
      '3.0',
      card(
        'VERSION:3.0',
        'FN:Jürg Müller',
        'N:Müller;Jürg;;;',
        'item1.TEL;TYPE=cell,voice:+41 79 123 45 67',
        'ADR;TYPE=home:;;Bahnhofstr. 1;Be\r\n rn;;3011;CH',
      ),
      'Müller',
    ],
    [
      '4.0',
      card(
        'VERSION:4.0',
        'FN:Jürg Müller',
        'N:Müller;Jürg;;;',
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+41 79 123 45 67',
        'ADR;LABEL="a;b:c":;;Bahnhofstr. 1;Bern;;3011;CH',
      ),
      'Müller',
    ],
  ])('of version %s has its parts in columns', (_, text, name) => {
    expect(valuesOf(text)).toEqual({
      'Last name': name,
      'First name': 'Jürg',
      'Mobile phone': '+41 79 123 45 67',
      Street: 'Bahnhofstr. 1',
      City: 'Bern',
      'Postal code': '3011',
      Country: 'CH',
    });
  });

  it('gives its preferred address first, a second one in columns of its own, and leaves pictures out', () => {
    expect(valuesOf(card('N:A;B', 'EMAIL:a@x.org', 'EMAIL;PREF=1:b@x.org', 'NOTE:one\\, two\\nthree', 'PHOTO:data:image/png;base64,AAAA'))).toEqual({
      'Last name': 'A',
      'First name': 'B',
      Email: 'b@x.org',
      'Email 2': 'a@x.org',
      Notes: 'one, two\nthree',
    });
  });

  it('uses headings that are understood', () => {
    const text = card(
      'N:A;B;C;Dr;Jr',
      'TEL:1',
      'TEL;CELL:2',
      'TEL;FAX:3',
      'EMAIL:a@x.org',
      'BDAY:19800131',
      'ORG:O;D',
      'TITLE:T',
      'NOTE:N',
      'URL:x.org',
      'ADR:;;S;T;;1;CH',
      'LANG:fr',
      'GENDER:F',
      'NICKNAME:n',
    );
    const columns = open(text).reading.header.map((header, index) => ({ index, header, filled: 0, rows: 0, distinct: 0, samples: [] }));
    expect(suggestColumns(columns).filter(({ input }) => input === null)).toMatchObject([{ header: 'Department' }]);
    expect(valuesOf(text).Birthday).toBe('1980-01-31');
  });

  it('that never ends is read and marked, and swallows no other', () => {
    const rows = rowsOf(`BEGIN:VCARD\nN:A;B\n${card('N:C;D')}`);
    expect(rows.map(({ cells, issues }) => [cells[0], issues?.[0]?.code])).toEqual([
      ['A', 'record-cut-short'],
      ['C', undefined],
    ]);
  });
});

describe('JSON', () => {
  it.each([
    ['an array', '[{"a":1,"b":"x"},\n{"b":"y, ]}","c":true}]'],
    ['a record a line', '{"a":1,"b":"x"}\n{"b":"y, ]}","c":true}\n'],
    ['an array within an object', '{"count":2,"items":[{"a":1,"b":"x"},{"b":"y, ]}","c":true}]}'],
  ])('of %s has a column for each name', (_, text) => {
    expect(tableOf(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x', ''],
      ['', 'y, ]}', 'TRUE'],
    ]);
  });

  it('has what is nested under both names, several values joined, and long numbers with all their digits', () => {
    expect(tableOf('[{"id":12345678901234567,"address":{"town":"Bern"},"tags":["a","b"],"phones":[{"nr":"1"},{"nr":"2"}],"none":null}]')).toEqual([
      ['id', 'address town', 'tags', 'phones 1 nr', 'phones 2 nr', 'none'],
      ['12345678901234567', 'Bern', 'a|b', '1', '2', ''],
    ]);
  });

  it('of arrays finds its header like any table', () => {
    expect(tableOf('[["name","born"],["Ann","1980-01-31"],["Bob","1981-01-31"]]')[0]).toEqual(['name', 'born']);
  });

  it('keeps records that are broken and goes on', () => {
    const rows = rowsOf('{"a":"1"}\n{"a":"2\n{"a":"3"}\n{"a":nope}\n');
    expect(rows.map(({ cells, issues }) => [cells[0], issues?.[0]?.code])).toEqual([
      ['1', undefined],
      ['{"a":"2', 'record-cut-short'],
      ['3', undefined],
      ['{"a":nope}', 'record-unreadable'],
    ]);
  });
});

describe('tables of a page', () => {
  it('have their cells where they are seen, whatever they go over', () => {
    const page = `<!DOCTYPE html><style>td{color:red}</style><table><caption>People</caption>
      <tr><th colspan=2>name</th><th>town</th></tr>
      <tr><td rowspan="2">a<br>b</td><td>  c&nbsp; </td><td><b>d</b> &amp; e</td></tr><tr><td>f<td>g</table>`;
    expect(tableOf(page, { headerRow: 1 })).toEqual([
      ['name', '', 'town'],
      ['a\nb', 'c', 'd & e'],
      ['', 'f', 'g'],
    ]);
  });

  it('are sheets, one within another too', () => {
    const page = '<html><table><tr><td>x<table><tr><td>inner</td></tr></table></td></tr></table><table><tr><td>z</td></tr></table></html>';
    expect([...openSheets(bytesSource(strToU8(page))).sheets].map(({ rows }) => [...rows])).toEqual([[['x']], [['inner']], [['z']]]);
  });

  it('are decoded as the page says', () => {
    const page = '<html><meta charset=iso-8859-2><table><tr><td>name</td></tr><tr><td>\xb1\xea</td></tr></table>';
    const bytes = Uint8Array.from(page, (character) => character.charCodeAt(0));
    expect(open(bytes, { headerRow: 1 }).reading.encoding).toBe('iso-8859-2');
  });
});

describe('packed files', () => {
  it('are each a sheet, and what is no table is left out', () => {
    const file = zipSync({
      'read me.txt': strToU8('These are our people.\n'),
      'folder/people.csv': strToU8(CSV),
      'book.xlsx': XLSX,
      'logo.png': strToU8('\x89PNG\r\n\x1a\n', true),
      '__MACOSX/._people.csv': strToU8('junk'),
    });
    const { reading } = open(file);
    expect(reading.sheets.map(({ name }) => name)).toEqual(['read me.txt', 'folder/people.csv', 'book.xlsx']);
    expect(reading).toMatchObject({ sheet: 1, format: 'csv', header: ['name', 'town'] });
    expect(reading.issues.map(({ code }) => code)).toContain('files-left-out');
    expect(open(file, { sheet: 2 }).reading.format).toBe('xlsx');
    expect([...openSheets(bytesSource(file)).sheets].map(({ rows }) => [...rows].length)).toEqual([1, 2, 2]);
  });

  it.each([
    ['a bomb', zipSync({ 'a.csv': new Uint8Array(60_000_000).fill(0x20) }), 'too-large'],
    ['a packed bomb', gzipSync(new Uint8Array(60_000_000).fill(0x20)), 'too-large'],
    ['a letter', zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }), 'unsupported-format'],
    ['pictures only', zipSync({ 'a.png': strToU8('\x89PNG\r\n\x1a\n', true), 'b.png': strToU8('\x89PNG\r\n\x1a\n', true) }), 'unsupported-format'],
    ['an archive in an archive', zipSync({ 'a.zip': zipSync({ 'a.csv': strToU8(CSV) }) }), 'unsupported-format'],
    ['an end that is missing', gzipSync(strToU8(CSV.repeat(50))).slice(0, -6), 'damaged-file'],
  ])('of %s are refused', (_, file, code) => {
    expect(refusalOf(file)).toMatchObject({ code });
  });
});
