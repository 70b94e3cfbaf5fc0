import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFERED = 1 << 20;

/** Writes records as UTF-8 CSV: comma, LF, quotes only where needed. */
export class CsvWriter {
  private readonly file: number;
  private text = '';

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(cells: readonly string[]): void {
    // A lone empty cell without quotes would be a blank line, which is no record.
    this.text += cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(field).join(',')}\n`;
    if (this.text.length > BUFFERED) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    const bytes = Buffer.from(this.text, 'utf8');
    for (let at = 0; at < bytes.length; at += writeSync(this.file, bytes, at));
    this.text = '';
  }
}

const field = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
