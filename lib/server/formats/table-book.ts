import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { columnLetters } from './dress-sheet';
import type { Table } from './write-table';

/** Rows that a sheet can have, its header among them. */
const SHEET_ROWS = 1_048_576;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell format 1 is that of text (number format 49, `@`). */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const each = (count: number, text: (at: number) => string) => Array.from({ length: count }, (_, at) => text(at + 1)).join('');

/** The parts of a book (Office Open XML, ECMA-376) around its sheets. */
const partsOf = (sheets: number): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(sheets, (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}">${each(sheets, (at) => `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(sheets, (at) => `<sheet name="${at}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
  'xl/styles.xml': STYLES,
});

/** A workbook of texts, so that leading zeros stay; it goes on in a further sheet where one is full. */
export function tableBook({ header, rows }: Table): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const chunks = rows[Symbol.asyncIterator]();
  const addSheet = (number: number, left: Rest['rows']) => {
    const rest: Rest = { rows: left };
    const sheet = Readable.from(sheetOf(header, chunks, rest));
    sheet.once('error', (error) => output.destroy(error));
    // Whether there is another sheet shows when this one is full.
    sheet.once('end', () => (rest.rows.length > 0 ? addSheet(number + 1, rest.rows) : finish(number)));
    zip.addReadStream(sheet, `xl/worksheets/sheet${number}.xml`);
  };
  const finish = (sheets: number) => {
    for (const [path, text] of Object.entries(partsOf(sheets))) zip.addBuffer(Buffer.from(text), path);
    zip.end();
  };
  addSheet(1, []);
  return output;
}

/** Rows that a full sheet leaves to the next. */
interface Rest {
  rows: readonly (readonly string[])[];
}

async function* sheetOf(header: readonly string[], chunks: AsyncIterator<readonly (readonly string[])[]>, rest: Rest): AsyncGenerator<Buffer> {
  const letters = header.map((_, at) => columnLetters(at));
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield Buffer.from(
    `${XML}<worksheet xmlns="${MAIN}">${frozen}<cols><col min="1" max="${header.length}" width="18" style="1" customWidth="1"/></cols><sheetData>${rowXml(header, 1, letters)}`,
  );
  let next = 2;
  for (let chunk = rest.rows; ; ) {
    const fitting = chunk.slice(0, SHEET_ROWS - next + 1);
    yield Buffer.from(fitting.map((row, at) => rowXml(row, next + at, letters)).join(''));
    next += fitting.length;
    rest.rows = chunk.slice(fitting.length);
    if (rest.rows.length > 0) break;
    const read = await chunks.next();
    if (read.done) break;
    chunk = read.value;
  }
  yield Buffer.from('</sheetData></worksheet>');
}

const rowXml = (row: readonly string[], number: number, letters: readonly string[]): string =>
  `<row r="${number}">${row.map((text, at) => (text === '' ? '' : cellXml(text, `${letters[at]}${number}`))).join('')}</row>`;

const cellXml = (text: string, address: string): string =>
  `<c r="${address}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** What a reader of the format would take for an escaped character. */
const LIKE_AN_ESCAPE = /_(?=x[\da-f]{4}_)/gi;
/** XML has no control characters but these two; cleaning takes them out of values, one that is left would make the book unreadable. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .replace(NOT_IN_XML, '\uFFFD')
    .replace(LIKE_AN_ESCAPE, '_x005F_')
    .replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
