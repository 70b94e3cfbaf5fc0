import { htmlText } from './html-entities';

/** A table of a page: rows of cells as they are shown. */
export interface HtmlTable {
  name: string;
  rows: string[][];
}

/** A tag, or what of a page is never shown. */
const TAG = /<!--.*?(?:-->|$)|<(script|style|title|noscript|xml)\b.*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z\d:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gis;
/** Columns that one cell may go over. */
const WIDEST = 1_000;

/** The tables of a page in the order in which they begin. One within another is a table of its own. */
export function htmlTables(page: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  const open: TableBuilder[] = [];
  let from = 0;
  for (const tag of page.matchAll(TAG)) {
    open.at(-1)?.text(page.slice(from, tag.index));
    from = tag.index + tag[0].length;
    const name = tag[3]?.toLowerCase();
    if (name === undefined) continue;
    const closes = tag[2] === '/';
    if (name !== 'table') open.at(-1)?.tag(name, closes, tag[4] ?? '');
    else if (closes) open.pop()?.end();
    else {
      const builder = new TableBuilder();
      tables.push(builder.table);
      open.push(builder);
    }
  }
  for (const builder of open) builder.end();
  return tables.filter(({ rows }) => rows.length > 0);
}

class TableBuilder {
  readonly table: HtmlTable = { name: '', rows: [] };
  private row: string[] | null = null;
  private cell: string | null = null;
  private caption: string | null = null;
  private span = 1;
  private depth = 1;
  /** For each column, how many rows below are still covered by a cell above. */
  private readonly covered: number[] = [];

  text(text: string): void {
    if (this.cell !== null) this.cell += text.replace(/\s+/g, ' ');
    else if (this.caption !== null) this.caption += text;
  }

  tag(name: string, closes: boolean, attributes: string): void {
    if (name === 'td' || name === 'th') {
      this.endCell();
      if (!closes) this.beginCell(attributes);
    } else if (name === 'tr') {
      this.endRow();
      if (!closes) this.row = [];
    } else if (name === 'caption') {
      if (closes) this.table.name = htmlText(this.caption ?? '').trim();
      this.caption = closes ? null : '';
    } else if (this.cell !== null && (name === 'br' || (closes && (name === 'p' || name === 'div' || name === 'li')))) this.cell += '\n';
  }

  end(): void {
    this.endRow();
  }

  private beginCell(attributes: string): void {
    const number = (name: string) =>
      Math.min(WIDEST, Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)));
    this.row ??= [];
    this.skipCovered();
    this.cell = '';
    this.span = number('colspan');
    this.depth = number('rowspan');
  }

  private endCell(): void {
    if (this.cell === null || this.row === null) return;
    const text = htmlText(this.cell)
      .replace(/ ?\n ?/g, '\n')
      .trim();
    for (let at = 0; at < this.span; at++) {
      this.covered[this.row.length] = this.depth - 1;
      this.row.push(at === 0 ? text : '');
    }
    this.cell = null;
  }

  private skipCovered(): void {
    const row = this.row as string[];
    while ((this.covered[row.length] ?? 0) > 0) {
      (this.covered[row.length] as number)--;
      row.push('');
    }
  }

  private endRow(): void {
    this.endCell();
    if (this.row === null) return;
    this.skipCovered();
    this.table.rows.push(this.row);
    this.row = null;
  }
}
