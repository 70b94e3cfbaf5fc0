import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/**
 * Seconds that a bare COPY takes to put the rows of these tables into empty tables with the same columns, checks and indexes:
 * the limit that PostgreSQL and the disk set, which no import can beat. `owner` is not under row-level security.
 */
export async function rawCopySeconds(owner: pg.Client, tables: readonly string[], folder: string): Promise<number> {
  let seconds = 0;
  for (const table of tables) {
    const path = join(folder, 'copy');
    await pipeline(owner.query(to(`COPY ${table} TO STDOUT`)), createWriteStream(path));
    await owner.query(`CREATE TABLE bench_copy (LIKE ${table} INCLUDING ALL)`);
    const start = performance.now();
    await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), owner.query(from('COPY bench_copy FROM STDIN')));
    seconds += (performance.now() - start) / 1000;
    await owner.query('DROP TABLE bench_copy');
    rmSync(path);
  }
  return seconds;
}
