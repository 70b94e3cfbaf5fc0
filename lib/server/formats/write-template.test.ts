import { CFB, read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { allowedLists, cleanRows, LAYOUTS, type Mapping, mapRows, openFile, prepareCleaning, profileColumns, suggestMapping } from '@/lib/engine';
import { LANGUAGES } from '@/lib/i18n';
import { writeTemplate } from './write-template';

const FORMATS = ['xlsx', 'csv'] as const;
const ofContacts = LAYOUTS.filter(({ columns }) => columns.every(({ group }) => group !== 'definition'));
const everyTemplate = LANGUAGES.flatMap((language) => FORMATS.flatMap((format) => ofContacts.map((layout) => ({ layout, language, format }))));

function opened(bytes: Uint8Array) {
  const table = openFile({ size: bytes.length, name: 'template', read: (offset, length) => bytes.subarray(offset, offset + length) });
  return { reading: table.reading, rows: [...table.chunks()].flat() };
}

/** As the product reads a file: header, profile of its columns, suggested mapping, clean rows. */
function understood(bytes: Uint8Array) {
  const { reading, rows } = opened(bytes);
  const profiler = profileColumns(reading.header);
  profiler.add(rows);
  const suggestions = suggestMapping(profiler.result());
  const mapping: Mapping = Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));
  const cleaning = prepareCleaning({ country: 'FR', today: '2026-03-01' }, mapping, []);
  return { reading, rows, suggestions, clean: cleanRows(mapRows(rows, mapping), cleaning) };
}

describe.each(everyTemplate)('the $layout.code template as $format in $language, read back', (wanted) => {
  const { layout, format } = wanted;
  const { reading, rows, suggestions, clean } = understood(writeTemplate(wanted));
  const codes = layout.columns.map(({ code }) => code);

  it('has its header where the codes are', () => {
    expect(reading).toMatchObject({ format, headerRow: layout.explained ? 4 : 1, header: codes });
  });

  it('has every column mapped by its exact code, without a doubt', () => {
    expect(suggestions).toEqual(codes.map((code, index) => ({ index, header: code, field: keyOf(code), confidence: 1, reason: 'field-code' })));
  });

  it('has one example row, as in the layout, that is clean', () => {
    expect(rows.map(({ cells }) => cells)).toEqual([layout.columns.map(({ example }) => example)]);
    expect(clean.flatMap(({ issues }) => issues)).toEqual([]);
  });
});

/** What a column with this code holds: beside values as wanted those at export. */
function keyOf(code: string): string {
  const [, side, field] = /^\[(old|new)\](.*)$/.exec(code) ?? [];
  if (!side) return code;
  return side === 'old' ? `${field}<old>` : `${field}`;
}

describe('a template', () => {
  const [extended] = LAYOUTS;
  if (!extended) throw new Error('There is no layout.');

  it.each([
    ['en', ['Whole row', 'Institution', 'Code, 15 characters, to be filled in', 'INSTITUTION']],
    ['fr', ['Ligne entière', 'Institution', 'Code, 15 caractères, à remplir', 'INSTITUTION']],
  ] as const)('explains itself in %s', (language, expected) => {
    const text = new TextDecoder().decode(writeTemplate({ layout: extended, language, format: 'csv' }));
    expect(
      text
        .split('\r\n')
        .slice(0, 4)
        .map((line) => line.split(';')[0]),
    ).toEqual(expected);
  });

  it('as CSV is what spreadsheets take for UTF-8 with semicolons', () => {
    const bytes = writeTemplate({ layout: extended, language: 'fr', format: 'csv' });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(opened(bytes).reading).toMatchObject({ encoding: 'utf-8', bom: true, delimiter: ';' });
  });

  it('as a workbook has nothing but texts', () => {
    const book = read(writeTemplate({ layout: extended, language: 'en', format: 'xlsx' }), { type: 'array', cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!'));
    expect(cells.length).toBeGreaterThan(extended.columns.length);
    expect(cells.filter(([, cell]) => cell.t !== 's' || cell.z !== '@')).toEqual([]);
  });

  it.each(LAYOUTS.map((layout) => [layout.code, layout] as const))(
    '%s as a workbook points each list at its values on the second sheet',
    (_, layout) => {
      const bytes = writeTemplate({ layout, language: 'fr', format: 'xlsx' });
      const book = read(bytes, { type: 'array' });
      expect(book.SheetNames).toEqual(['Lignes', 'Valeurs']);
      const xml = Buffer.from(CFB.find(CFB.read(bytes, { type: 'buffer' }), '/xl/worksheets/sheet1.xml').content).toString('utf8');
      const ranges = [...xml.matchAll(/<formula1>'Valeurs'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)<\/formula1>/g)];
      const offered = ranges.map(([, letters, last]) =>
        Array.from({ length: Number(last) }, (_, at) => book.Sheets.Valeurs?.[`${letters}${at + 1}`]?.v),
      );
      expect(offered).toEqual(allowedLists(layout));
    },
  );
});
