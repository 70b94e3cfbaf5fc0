import { createReadStream } from 'node:fs';
import { openFile } from '@/lib/engine';
import { fileSource } from '@/lib/server/threads/file-source';

function withFoyer(path: string): number {
  const source = fileSource(path);
  let rows = 0;
  for (const chunk of openFile(source).chunks()) rows += chunk.length;
  source.close();
  return rows;
}

/** With its detection of the delimiter on, as it is by itself. */
async function withPapaparse(path: string): Promise<number> {
  const { default: papaparse } = await import('papaparse');
  return new Promise((resolve, reject) => {
    let rows = -1;
    papaparse.parse<string[]>(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }), {
      skipEmptyLines: true,
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });
}

async function withExceljs(path: string): Promise<number> {
  const { default: exceljs } = await import('exceljs');
  let rows = -1;
  for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' })) {
    // Asked for its values: a row that nobody looks at is not read.
    for await (const { values } of sheet) rows += Array.isArray(values) ? 1 : 0;
  }
  return rows;
}

/**
 * Ways to read all rows of a file; each gives how many records there were under the header, and loads its library itself: none shall be
 * charged for the memory of another.
 */
export const CONTENDERS = {
  'csv-foyer': withFoyer,
  'csv-papaparse': withPapaparse,
  'xlsx-foyer': withFoyer,
  'xlsx-exceljs': withExceljs,
} satisfies Record<string, (path: string) => number | Promise<number>>;

export type Contender = keyof typeof CONTENDERS;
export const isContender = (name: string): name is Contender => name in CONTENDERS;
