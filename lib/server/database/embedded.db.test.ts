import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from './embedded';

let folder: string;
let server: EmbeddedPostgres | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer embedded '));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  await server?.stop().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

const start = async () => {
  server = await startEmbedded({ dir: join(folder, 'postgres'), password: 'secret' });
  return server;
};

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  // The connection of a server that is killed breaks: that is the point of the test, not an error of it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was committed through a stop and a start, in a folder with spaces', async () => {
    const first = await start();
    await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('starts again after it was killed and has lost nothing', async () => {
    const first = await start();
    await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS one');
    const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('takes over from a server that a killed run left behind', async () => {
    const first = await start();
    await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS one');
    const second = await start();
    expect(await query(second.url('postgres'), 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await expect(query(first.url('postgres'), 'SELECT 1')).rejects.toThrow();
  });

  it('sorts names as people do', async () => {
    const { url } = await start();
    const rows = await query(url('postgres'), `SELECT name FROM (VALUES ('Zoe'), ('Émile'), ('eva'), ('Adam')) v(name) ORDER BY name`);
    expect(rows.map((row) => row.name)).toEqual(['Adam', 'Émile', 'eva', 'Zoe']);
  });
});
