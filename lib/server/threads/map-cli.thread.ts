import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type ColumnProfile, openFile, profileColumns, type RawRow, ReadError, suggestColumns } from '@/lib/engine';
import { fileSource } from './file-source';
import type { ReadOutcome } from './read-cli.thread';

/** One file to map: the result goes to `<out>/<id>.json`. */
export interface MapTask {
  id: string;
  path: string;
  out: string;
}

/** Rows whose values are looked at: enough to recognise a column. */
const ROWS = 2_000;

function run({ id, path, out }: MapTask): ReadOutcome {
  const source = fileSource(path);
  try {
    const columns = suggestColumns(profileOf(source)).map(({ input, ...column }) => ({ ...column, field: input }));
    writeFileSync(join(out, `${id}.json`), JSON.stringify({ file: path, columns }));
    return { id, refusal: null };
  } catch (error) {
    if (error instanceof ReadError) return { id, refusal: { code: error.code, params: error.params } };
    throw error;
  } finally {
    source.close();
  }
}

function profileOf(source: ReturnType<typeof fileSource>): ColumnProfile[] {
  const { reading, chunks } = openFile(source, {});
  const rows: RawRow[] = [];
  for (const chunk of chunks(ROWS)) {
    rows.push(...chunk);
    if (rows.length >= ROWS) break;
  }
  // A file of one row is a header whose records are still to come.
  const header = reading.headerRow === null && rows.length === 1 ? [...(rows.shift()?.cells ?? [])] : reading.header;
  const profiler = profileColumns(header);
  profiler.add(rows);
  return profiler.result();
}

parentPort?.on('message', (task: MapTask) => parentPort?.postMessage(run(task)));
