import { type Issue, issue } from '@/lib/engine/issues';
import type { BookRow } from '@/lib/engine/readers/book';
import { isoText } from '@/lib/engine/readers/iso-text';
import { type CellRange, rangeOf } from '@/lib/engine/readers/merged-cells';
import { GENERAL, type NumberFormat, numberText } from '@/lib/engine/readers/number-text';
import { ReadError } from '@/lib/engine/readers/reader';
import type { XmlScanner } from '@/lib/engine/readers/xml/xml-scanner';
import { columnOf, MOST_COLUMNS, MOST_ROWS } from './cell-place';
import { PlainCell } from './plain-cell';
import { richText, writtenText } from './rich-text';
import type { SharedStrings } from './shared-strings';

/** What the cells of a sheet refer to. */
export interface CellContext {
  strings: SharedStrings;
  formats: readonly NumberFormat[];
  date1904: boolean;
}

/** Merged ranges that are held of a sheet. */
const MOST_RANGES = 100_000;

/** The filled rows of a sheet in the order of the file; `merged` is filled with what is merged, which stands behind them. Throws ReadError `damaged-file` where it ends too early. */
export function* sheetRows(xml: XmlScanner, context: CellContext, merged: CellRange[]): Generator<BookRow> {
  const reader = new RowReader(xml, context);
  let isSheet = false;
  let isWhole = false;
  for (let place = xml.next(); place !== 'end'; place = xml.next()) {
    if (place === 'close' && xml.name === 'sheetData') isWhole = true;
    if (place !== 'open') continue;
    if (isWhole) {
      const range = xml.name === 'mergeCell' && rangeOf(xml.attribute('ref') ?? '');
      if (range && merged.length < MOST_RANGES) merged.push(range);
    } else if (xml.name === 'row') {
      const row = reader.read();
      if (row) yield row;
    } else if (xml.name === 'sheetData') {
      isWhole = xml.empty;
      isSheet = true;
    }
  }
  if (isSheet && !isWhole) throw new ReadError('damaged-file', { format: 'xlsx', reason: 'end of the sheet' });
}

class RowReader {
  private last = 0;
  private cells: string[] = [];
  private numbers: number[] = [];
  private issues: Issue[] = [];
  private readonly plain = new PlainCell();
  private readonly readPlain = (text: string, at: number) => this.plain.read(text, at);

  constructor(
    private readonly xml: XmlScanner,
    private readonly context: CellContext,
  ) {}

  /** Reads the row at whose opening tag the scanner stands; null when nothing is filled in. */
  read(): BookRow | null {
    const { xml } = this;
    const told = Number(xml.attribute('r'));
    const row = Number.isInteger(told) && told > this.last && told <= MOST_ROWS ? told : this.last + 1;
    this.cells = [];
    this.numbers = [];
    this.issues = [];
    if (told > 0 && told < row) this.issues.push(issue('row-out-of-order', row, null, { value: told }));
    if (isTrue(xml.attribute('hidden'))) this.issues.push(issue('hidden-row', row, null));
    if (!xml.empty) this.readCells(row);
    this.last = row;
    const { cells, numbers, issues } = this;
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    if (cells.length === 0) return null;
    return issues.length > 0 ? { row, cells, numbers, issues } : { row, cells, numbers };
  }

  private readCells(row: number): void {
    const { xml, plain } = this;
    let next = 0;
    for (;;) {
      const text = xml.taken(this.readPlain);
      if (text !== null) {
        next = plain.column + 1;
        this.put(plain.column, this.plainText(text, row));
        continue;
      }
      const place = xml.next();
      if (place === 'end' || (place === 'close' && xml.name === 'row')) return;
      if (place !== 'open' || xml.name !== 'c') continue;
      const column = columnOf(xml.attribute('r')) ?? next;
      next = column + 1;
      if (!xml.empty) this.put(column, this.cellText(row, column));
    }
  }

  private put(column: number, text: string): void {
    const { cells } = this;
    if (text === '' || column >= MOST_COLUMNS) return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  private plainText(text: string, row: number): string {
    const { plain } = this;
    // What is known as a number already needs no text of its own.
    if (!Number.isNaN(plain.whole))
      return plain.isShared ? this.sharedText(plain.whole, row, plain.column) : this.formatted(plain.whole, plain.style, plain.column);
    const value = text.slice(plain.from, plain.to);
    return plain.isShared ? this.sharedText(Number(value), row, plain.column) : this.numberText(value, plain.style, plain.column);
  }

  /** The text of the cell at hand. The scanner stands at its closing tag then. */
  private cellText(row: number, column: number): string {
    const { xml } = this;
    const type = xml.attribute('t') ?? 'n';
    const style = xml.attribute('s');
    let text = '';
    let isFormula = false;
    let hasValue = false;
    for (let place = xml.next(); place !== 'end' && !(place === 'close' && xml.name === 'c'); place = xml.next()) {
      if (place !== 'open') continue;
      if (xml.name === 'v') {
        hasValue = true;
        text = this.valueText(type === 'str' ? writtenText(xml) : xml.innerText(), type, style, row, column);
      } else if (xml.name === 'is') text = richText(xml);
      else {
        isFormula ||= xml.name === 'f';
        xml.skip();
      }
    }
    if (isFormula && !hasValue) this.issues.push(issue('formula-without-value', row, null, { column: column + 1 }));
    return text;
  }

  private valueText(value: string, type: string, style: string | undefined, row: number, column: number): string {
    switch (type) {
      case 's':
        return value === '' ? '' : this.sharedText(Number(value), row, column);
      case 'n':
        return this.numberText(value, style === undefined ? -1 : Number(style), column);
      case 'b':
        return isTrue(value) ? 'TRUE' : value.trim() === '' ? '' : 'FALSE';
      case 'd':
        return isoText(value.trim());
      default:
        return value;
    }
  }

  private sharedText(index: number, row: number, column: number): string {
    const text = this.context.strings.at(index);
    if (text === undefined) this.issues.push(issue('text-lost', row, null, { column: column + 1 }));
    return text ?? '';
  }

  private numberText(value: string, style: number, column: number): string {
    const number = Number(value);
    if (number === 0 && value.trim() === '') return '';
    return Number.isNaN(number) ? value.trim() : this.formatted(number, style, column);
  }

  private formatted(number: number, style: number, column: number): string {
    const { formats, date1904 } = this.context;
    const format = formats[Math.max(0, style)] ?? GENERAL;
    if (format.kind === 'general') this.numbers.push(column);
    return numberText(number, format, date1904);
  }
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true';
