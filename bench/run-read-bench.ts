import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeContactBook } from './contact-book';
import { writeContactFile } from './contact-file';
import { CONTENDERS, type Contender } from './read-contenders';

/** One way to read a file, measured in a process of its own: `peakMb` is the most memory that it ever had. */
export interface ReadMeasure {
  contender: Contender;
  rows: number;
  seconds: number;
  peakMb: number;
}

/** Rows of the workbook by those of the text file. */
const BOOK_SHARE = 5;

/** Reads a file in this process. */
export async function measureReading(contender: Contender, path: string): Promise<ReadMeasure> {
  const start = performance.now();
  const rows = await CONTENDERS[contender](path);
  const seconds = (performance.now() - start) / 1000;
  return { contender, rows, seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

/**
 * Reads a text file of `rows` contacts, and a workbook of a fifth of them, by each contender in turn. `command`: the arguments of Node
 * that run this very benchmark. Throws when contenders do not agree on how many rows there are.
 */
export async function runReadBench(folder: string, rows: number, command: readonly string[]): Promise<ReadMeasure[]> {
  const bookRows = Math.ceil(rows / BOOK_SHARE);
  const files = { csv: join(folder, 'contacts.csv'), xlsx: join(folder, 'contacts.xlsx') };
  writeContactFile(files.csv, rows);
  await writeContactBook(files.xlsx, bookRows);
  return (Object.keys(CONTENDERS) as Contender[]).map((contender) => {
    const isBook = contender.startsWith('xlsx');
    const path = isBook ? files.xlsx : files.csv;
    const measured: ReadMeasure = JSON.parse(
      execFileSync(process.execPath, [...command, '--contender', contender, '--file', path], { encoding: 'utf8' }),
    );
    if (measured.rows !== (isBook ? bookRows : rows)) throw new Error(`${contender} read ${measured.rows} rows`);
    return measured;
  });
}
