import { utils, write } from '@e965/xlsx';
import {
  type CheckedRow,
  checkRows,
  cleanRows,
  FIELDS,
  type InstitutionContext,
  LAYOUTS,
  type Layout,
  type LayoutCode,
  type Mapping,
  mapRows,
  openFile,
  openSheets,
  prepareChecking,
  prepareCleaning,
  profileColumns,
  type Reading,
  type Suggestion,
  suggestMapping,
} from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { writeTemplate } from './write-template';

/** The layouts whose columns are fields of contacts under their own codes. */
export const FIELD_LAYOUTS = LAYOUTS.filter(({ columns }) => columns.every(({ code }) => FIELDS.some((field) => field.code === code)));

const VENUE: Pick<InstitutionContext, 'code' | 'country' | 'today'> = { code: 'VENUE', country: 'FR', today: '2026-03-01' };

const source = (bytes: Uint8Array) => ({
  size: bytes.length,
  name: 'template',
  read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
});

/** The rows of each sheet of a template, as a program that edits it sees them. */
export function templateSheets(layout: Layout & { code: LayoutCode }, language: Language): string[][][] {
  const { sheets } = openSheets(source(writeTemplate({ layout, language, format: 'xlsx' })));
  return [...sheets].map(({ rows }) => [...rows].map((row) => [...row]));
}

const KINDS = { xlsx: null, semicolons: ';', commas: ',', tabs: '\t' } as const;
export type FileKind = keyof typeof KINDS;
export const FILE_KINDS = Object.keys(KINDS) as FileKind[];

/** A workbook with these sheets. */
export function bookOf(sheets: readonly (readonly string[][])[]): Uint8Array {
  const book = utils.book_new();
  for (const rows of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])));
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** The rows as a file of that kind. */
export function fileOf(rows: readonly string[][], kind: FileKind): Uint8Array {
  const delimiter = KINDS[kind];
  if (delimiter === null) return bookOf([rows]);
  const quoted = (cell: string) => (new RegExp(`["\\n${delimiter}]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return Buffer.from(rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join(''));
}

export interface Understood {
  reading: Reading;
  suggestions: Suggestion[];
  checked: CheckedRow[];
}

/** What the product makes of a file up to its checked rows, with the suggested mapping. */
export function understood(bytes: Uint8Array): Understood {
  const table = openFile(source(bytes));
  const rows = [...table.chunks()].flat();
  const profiler = profileColumns(table.reading.header);
  profiler.add(rows);
  const suggestions = suggestMapping(profiler.result());
  const mapping: Mapping = Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));
  const institution: InstitutionContext = { language: 'fr', organizations: [], criteria: [], lists: {}, numberRanges: [], rules: {}, ...VENUE };
  const clean = cleanRows(mapRows(rows, mapping), prepareCleaning(institution, mapping, []));
  return { reading: table.reading, suggestions, checked: checkRows(clean, prepareChecking(institution, mapping)).rows };
}
