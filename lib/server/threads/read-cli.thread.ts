import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type FileIssue, openFile, openSheets, ReadError, type ReadOptions, type SheetInfo } from '@/lib/engine';
import { CsvWriter } from './csv-writer';
import { fileSource } from './file-source';

/** One file to read: results go to `<out>/<id>.csv` and `<out>/<id>.json`. `sheet`: a name or a 0-based index. */
export interface ReadTask {
  id: string;
  path: string;
  out: string;
  options: ReadOptions;
  sheetName?: string;
  allSheets: boolean;
}

/** How a file ended: read, or refused with a code. */
export type ReadOutcome = { id: string; refusal: null } | { id: string; refusal: { code: string; params: Record<string, string | number> } };

function run(task: ReadTask): ReadOutcome {
  const source = fileSource(task.path);
  try {
    const description = task.allSheets ? readSheets(task, source) : readTable(task, source);
    writeFileSync(join(task.out, `${task.id}.json`), JSON.stringify({ file: task.path, ...description }));
    return { id: task.id, refusal: null };
  } catch (error) {
    if (error instanceof ReadError) return { id: task.id, refusal: { code: error.code, params: error.params } };
    throw error;
  } finally {
    source.close();
  }
}

function readTable(task: ReadTask, source: ReturnType<typeof fileSource>) {
  const table = openFile(source, optionsWithSheet(task, source));
  const { reading } = table;
  const issues: FileIssue[] = [...reading.issues];
  const writer = new CsvWriter(join(task.out, `${task.id}.csv`));
  let rows = 0;
  try {
    if (reading.headerRow !== null) writer.write(reading.header);
    for (const chunk of table.chunks()) {
      rows += chunk.length;
      for (const row of chunk) {
        writer.write(row.cells);
        for (const { code, level, params } of row.issues ?? []) issues.push({ row: row.row, code, level, params });
      }
    }
  } finally {
    writer.close();
  }
  const { header: _, ...description } = reading;
  const header = reading.headerRow === null ? 0 : 1;
  const sheets = reading.sheets.map((sheet) => (sheet.rows === null && sheet.index === reading.sheet ? { ...sheet, rows: rows + header } : sheet));
  return { ...description, sheets, rows, issues };
}

function readSheets(task: ReadTask, source: ReturnType<typeof fileSource>) {
  const { format, sheets } = openSheets(source, task.options);
  const infos: SheetInfo[] = [];
  for (const { info, rows } of sheets) {
    const writer = new CsvWriter(join(task.out, `${task.id}.${info.index}.csv`));
    let count = 0;
    for (const cells of rows) {
      writer.write(cells);
      count++;
    }
    writer.close();
    infos.push({ ...info, rows: count });
  }
  return { format, sheets: infos, rows: infos.reduce((sum, { rows }) => sum + (rows ?? 0), 0), issues: [] };
}

/** A sheet may be asked for by its name, which only the book itself can turn into an index. */
function optionsWithSheet({ options, sheetName }: ReadTask, source: ReturnType<typeof fileSource>): ReadOptions {
  if (sheetName === undefined) return options;
  const found = openFile(source, options).reading.sheets.find(({ name }) => name === sheetName);
  if (!found) throw new ReadError('no-such-sheet', { sheet: sheetName });
  return { ...options, sheet: found.index };
}

parentPort?.on('message', (task: ReadTask) => parentPort?.postMessage(run(task)));
