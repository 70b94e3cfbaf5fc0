import { issue } from '@/lib/engine/issues';
import type { Book, BookRow } from '@/lib/engine/readers/book';
import { fileIssue } from '@/lib/engine/readers/file-issue';
import { type CellRange, rangeOf } from '@/lib/engine/readers/merged-cells';
import { ReadError } from '@/lib/engine/readers/reader';
import type { ByteSource, SheetInfo } from '@/lib/engine/types';
import { numberFormats } from './number-formats';
import { Parts, type Relation } from './parts';
import { SharedStrings } from './shared-strings';
import { type CellContext, sheetRows } from './sheet-rows';

/** A sheet and the part of the archive that holds it; null for charts and other sheets without cells. */
type SheetPart = SheetInfo & { path: string | null };

/**
 * A workbook of Excel 2007 or later, whose rows are read as they are asked for: only the texts that its cells share are held. What is
 * damaged is read up to the damage. Throws ReadError.
 */
export function streamedWorkbook(source: ByteSource): Book {
  const parts = new Parts(source);
  const main = mainPart(parts);
  const relations = main === null ? [] : parts.relations(main);
  const { sheets, date1904 } = main === null ? { sheets: [], date1904: false } : listSheets(parts, main, relations);
  if (sheets.length === 0) sheets.push(...strayingSheets(parts));
  const strings = new SharedStrings(parts.open(pathOf(relations, 'sharedStrings') ?? 'xl/sharedStrings.xml'));
  const formats = numberFormats(parts.open(pathOf(relations, 'styles') ?? 'xl/styles.xml'));
  if (sheets.length === 0 || (!parts.complete && strings.state === 'absent')) throw damaged(parts.complete ? 'no sheets' : 'cut short');
  const isDamaged = !parts.complete || strings.state === 'cut';
  const issues = [...(isDamaged ? [fileIssue('damaged-part')] : []), ...(parts.altered.size > 0 ? [fileIssue('checksum-wrong')] : [])];
  const read = new Map<string, CellRange[]>();
  return {
    format: 'xlsx',
    sheets: sheets.map(({ path: _, ...info }) => info),
    issues,
    merged: (sheet) => mergedIn(parts, sheets[sheet]?.path ?? null, read),
    rows: (sheet) => rowsOf(parts, sheets[sheet]?.path ?? null, { strings, formats, date1904 }, read),
  };
}

/** As every program writes it. */
const MERGED = /<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]+\d+:[A-Z]+\d+)["']/gi;

const damaged = (reason: string) => new ReadError('damaged-file', { format: 'xlsx', reason });

const pathOf = (relations: readonly Relation[], kind: string) => relations.find((relation) => relation.kind === kind)?.path;

/** The part that lists the sheets: the one the archive says, else one of its usual name. */
function mainPart(parts: Parts): string | null {
  const named = pathOf(parts.relations(''), 'officeDocument');
  if (named !== undefined && parts.open(named)) return named;
  return parts.matching(/(?:^|\/)workbook\d*\.xml$/i)[0] ?? null;
}

function listSheets(parts: Parts, main: string, relations: readonly Relation[]): { sheets: SheetPart[]; date1904: boolean } {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const xml = parts.open(main);
  for (let place = xml?.next(); xml && place !== 'end'; place = xml.next()) {
    if (place !== 'open') continue;
    if (xml.name === 'workbookPr') date1904 = /^(?:1|true)$/.test(xml.attribute('date1904') ?? '');
    if (xml.name !== 'sheet') continue;
    const relation = relations.find(({ id }) => id === xml.attribute('id'));
    const index = sheets.length;
    const path = relation ? (relation.kind === 'worksheet' ? relation.path : null) : `xl/worksheets/sheet${index + 1}.xml`;
    sheets.push({ index, name: xml.attribute('name') ?? '', visible: !/hidden$/i.test(xml.attribute('state') ?? ''), rows: null, path });
  }
  return { sheets, date1904 };
}

/** Sheets that nothing lists, as where the list itself is lost. */
function strayingSheets(parts: Parts): SheetPart[] {
  return parts.matching(/(?:^|\/)sheet\d*\.xml$/i).map((path, index) => ({ index, name: `Sheet${index + 1}`, visible: true, rows: null, path }));
}

/** The merged cells of a sheet, which stand behind its rows; `read`: those of sheets that were read to their end. */
function mergedIn(parts: Parts, path: string | null, read: ReadonlyMap<string, CellRange[]>): readonly CellRange[] | null {
  if (path === null) return [];
  const known = read.get(path);
  if (known) return known;
  const end = parts.end(path);
  // In letters of two bytes nothing would be found: its rows tell.
  return end === null || end.includes('\0') ? null : [...end.matchAll(MERGED)].flatMap(([, name]) => rangeOf(name ?? '') ?? []);
}

/** The rows of a sheet. The last row before a damage is marked; a sheet without any readable row is refused. */
function* rowsOf(parts: Parts, path: string | null, context: CellContext, merged: Map<string, CellRange[]>): Generator<BookRow> {
  const xml = path === null ? null : parts.open(path);
  if (path === null || !xml) return;
  const ranges: CellRange[] = [];
  let last: BookRow | null = null;
  try {
    for (const row of sheetRows(xml, context, ranges)) {
      if (last) yield last;
      last = row;
    }
  } catch (error) {
    if (!(error instanceof ReadError && error.code === 'damaged-file') || !last) throw error;
    last.issues = [...(last.issues ?? []), issue('sheet-cut-short', last.row, null)];
  }
  merged.set(path, ranges);
  if (last && parts.altered.has(path)) last.issues = [...(last.issues ?? []), issue('checksum-wrong', last.row, null)];
  if (last) yield last;
}
