import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

async function copyIn(owner: pg.Client, statement: string, path: string): Promise<number> {
  const start = performance.now();
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), owner.query(from(statement)));
  return (performance.now() - start) / 1000;
}

/**
 * Seconds that a bare COPY takes to put an institution's rows of these tables into empty tables with the same columns, checks and indexes:
 * the limit that PostgreSQL and the disk set. `owner` is not under row-level security.
 */
export async function rawCopySeconds(owner: pg.Client, tables: readonly string[], institutionId: number, folder: string): Promise<number> {
  let seconds = 0;
  const path = join(folder, 'copy');
  for (const table of tables) {
    // What the database makes itself is no part of what is copied.
    const { rows } = await owner.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    );
    const columns = rows[0]?.columns;
    await pipeline(
      owner.query(to(`COPY (SELECT ${columns} FROM ${table} WHERE institution_id = ${institutionId} ORDER BY ctid) TO STDOUT`)),
      createWriteStream(path),
    );
    await owner.query(`CREATE TABLE bench_copy (LIKE ${table} INCLUDING ALL)`);
    seconds += await copyIn(owner, `COPY bench_copy (${columns}) FROM STDIN`, path);
    await owner.query('DROP TABLE bench_copy');
    rmSync(path);
  }
  return seconds;
}

/** Seconds that a bare COPY takes to put a file, its first line being a header, into a table of nothing but texts. */
export async function rawTextSeconds(owner: pg.Client, path: string, columns: number): Promise<number> {
  await owner.query(`CREATE TABLE bench_copy (${Array.from({ length: columns }, (_, at) => `c${at} text`).join(', ')})`);
  const seconds = await copyIn(owner, `COPY bench_copy FROM STDIN (FORMAT csv, DELIMITER ';', HEADER)`, path);
  await owner.query('DROP TABLE bench_copy');
  return seconds;
}
