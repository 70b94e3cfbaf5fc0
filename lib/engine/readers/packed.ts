import type { ByteSource, RawTable, ReadOptions, SheetInfo } from '@/lib/engine/types';
import { fileIssue } from './file-issue';
import { ReadError, type Reader, type WholeSheet } from './reader';

/** A file within another. */
export interface PackedFile {
  name: string;
  source: ByteSource;
  /** Whether it does not fit the check sum that its packing keeps: finding out unpacks all of it. */
  isAltered(): boolean;
}

/** A format that only packs other files. */
export interface Packing {
  readonly id: string;
  readonly extensions: readonly string[];
  sniff(head: Uint8Array, source: ByteSource): boolean;
  /** The files, in their order. Throws ReadError. */
  files(source: ByteSource): PackedFile[];
}

/** Finds the reader of a file that is no packing itself. Throws ReadError. */
type ReaderOf = (source: ByteSource) => Reader;

/** A sheet of a packed file: its place among all sheets, and within its own file. */
interface PackedSheet {
  file: PackedFile;
  reader: Reader;
  within: number;
  info: SheetInfo;
}

/** Files that are opened to see what they hold. An archive of more is no delivery of contacts. */
const MOST_FILES = 200;

/** Reads the tables of packed files: each file, or each sheet of a book among them, is offered as a sheet. */
export function packedReader(packing: Packing, readerOf: ReaderOf): Reader {
  return {
    id: packing.id,
    extensions: packing.extensions,
    sniff: (head, source) => packing.sniff(head, source),
    open: (source, options) => openPacked(packedSheets(packing, source, readerOf, options), options),
    sheets: (source, options) => wholeSheets(packedSheets(packing, source, readerOf, options).sheets, options),
  };
}

interface Listing {
  sheets: PackedSheet[];
  /** Files that are no tables. */
  left: number;
}

function packedSheets(packing: Packing, source: ByteSource, readerOf: ReaderOf, options: ReadOptions): Listing {
  const files = packing.files(source);
  if (files.length > MOST_FILES) throw new ReadError('too-large', { what: 'files', limit: MOST_FILES });
  const sheets: PackedSheet[] = [];
  const refusals: ReadError[] = [];
  for (const file of files) {
    try {
      const reader = readerOf(file.source);
      for (const [within, info] of sheetsWithin(reader, file, options).entries()) sheets.push({ file, reader, within, info });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      refusals.push(error);
    }
  }
  const [first] = refusals;
  if (sheets.length === 0)
    throw files.length === 1 && first ? first : new ReadError('unsupported-format', { kind: packing.id, instead: 'CSV, XLSX' });
  return { sheets: sheets.map((sheet, index) => ({ ...sheet, info: { ...sheet.info, index } })), left: refusals.length };
}

/** The sheets of one file under names that tell them from those of the others. */
function sheetsWithin(reader: Reader, { name, source }: PackedFile, options: ReadOptions): SheetInfo[] {
  const { sheets } = reader.open(source, { encoding: options.encoding, password: options.password }).reading;
  return sheets.map((info) => ({ ...info, name: sheets.length > 1 ? `${name} / ${info.name}` : name }));
}

function openPacked({ sheets, left }: Listing, options: ReadOptions): RawTable {
  const { sheet, table } = options.sheet === undefined ? firstFilled(sheets, options) : askedFor(sheets, options);
  const { reading } = table;
  const issues = [
    ...reading.issues,
    ...(sheet.file.isAltered() ? [fileIssue('checksum-wrong')] : []),
    ...(left > 0 ? [fileIssue('files-left-out', { count: left })] : []),
  ];
  return { ...table, reading: { ...reading, issues, sheet: sheet.info.index, sheets: sheets.map(({ info }) => info) } };
}

function askedFor(sheets: readonly PackedSheet[], options: ReadOptions): { sheet: PackedSheet; table: RawTable } {
  const sheet = sheets[options.sheet ?? 0];
  if (!sheet) throw new ReadError('no-such-sheet', { sheet: (options.sheet ?? 0) + 1, sheets: sheets.length });
  return { sheet, table: sheet.reader.open(sheet.file.source, { ...options, sheet: sheet.within }) };
}

/** The sheet that is chosen in the first file that has rows of several cells: a note beside the tables has none. */
function firstFilled(sheets: readonly PackedSheet[], options: ReadOptions): { sheet: PackedSheet; table: RawTable } {
  let first: { sheet: PackedSheet; table: RawTable } | undefined;
  for (const { file, reader } of sheets.filter(({ within }) => within === 0)) {
    const table = reader.open(file.source, options);
    const sheet = sheets.find((other) => other.file === file && other.within === table.reading.sheet) as PackedSheet;
    first ??= { sheet, table };
    const [row] = table.chunks(1)[Symbol.iterator]().next().value ?? [];
    if (row && row.cells.length > 1) return { sheet, table };
  }
  return first as { sheet: PackedSheet; table: RawTable };
}

function* wholeSheets(sheets: readonly PackedSheet[], options: ReadOptions): Generator<WholeSheet> {
  for (const { info, file, reader, within } of sheets) {
    for (const whole of reader.sheets(file.source, options)) if (whole.info.index === within) yield { info, rows: whole.rows };
  }
}
