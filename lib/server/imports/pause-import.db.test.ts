import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { applyChunks } from '@/lib/testing/chunks';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs } from '@/lib/testing/imports';
import { confirm, makePlannedImport, runImport } from '@/lib/testing/run-import';
import { cancelImport } from './cancel-import';
import { failImport } from './fail-import';
import { followImport } from './follow-import';
import { getImport } from './get-import';
import type { ImportCounts } from './import-counts';
import { listRows } from './list-rows';
import { pauseImport } from './pause-import';
import { resumeImport } from './resume-import';
import { stopImport } from './stop-import';

/** A chunk and a bit. */
const ROWS = 14_000;
const CHUNK = 10_000;
const people = Array.from({ length: ROWS }, (_, at) => (at % 3 ? `;P${at};p${at}@example.org` : `School ${at % 60};R${at};r${at}@example.org`));
const FILE = `OFFICIAL_NAME;LASTNAME;EMAIL1\n${people.join('\n')}\n;;\n`;

let db: TestDatabase;
let actor: Actor;
/** What an undisturbed run of the file comes to. */
let calm: { digest: string; counts: ImportCounts | null };
beforeAll(async () => {
  db = await testDatabase();
  const other = await makeActor(db);
  const { counts } = await runImport(other, FILE);
  calm = { digest: await digestOfContacts(db, other.institutionId), counts };
}, 120_000);
beforeEach(async () => {
  await db.ownerQuery('DELETE FROM pgboss.job');
  actor = await makeActor(db);
});
afterAll(() => db.close());

const job = (importId: number) => ({ institutionId: actor.institutionId, importId });
const detail = (importId: number) => getImport(actor, { importId });

/** An import of the file of which one chunk of two is written. */
async function begun(): Promise<number> {
  const importId = await makePlannedImport(actor, FILE);
  await confirm(actor, importId);
  expect(await applyChunks(job(importId), 1)).toBe(false);
  return importId;
}

async function expectCalmEnd(importId: number): Promise<void> {
  await runJobs();
  expect(await detail(importId)).toMatchObject({ state: 'applied', balanced: true, error: null });
  expect((await detail(importId)).counts).toEqual(calm.counts);
  expect(await digestOfContacts(db, actor.institutionId)).toBe(calm.digest);
}

describe('an import that is being applied', () => {
  it('is paused between chunks, says how far it came, and ends as an undisturbed one when it is resumed', async () => {
    const importId = await begun();
    await pauseImport(actor, { importId });
    await runJobs();
    const { state, progress, work } = await followImport(actor, { importId });
    expect({ state, work }).toEqual({ state: 'paused', work: null });
    expect(progress).toMatchObject({ stage: 'applying', total: ROWS + 1, rowsPerSecond: null });
    expect(progress?.done).toBeGreaterThanOrEqual(CHUNK / 2);
    expect(progress?.done).toBeLessThan(ROWS);
    await resumeImport(actor, { importId });
    await expectCalmEnd(importId);
  }, 120_000);

  it('is stopped half-way with a ledger that balances, shows the rows that it did not reach, and can be finished', async () => {
    const importId = await begun();
    await stopImport(actor, { importId });
    await runJobs();
    const { state, balanced, counts } = await detail(importId);
    expect({ state, balanced }).toEqual({ state: 'stopped', balanced: true });
    const { created, refused, not_imported } = counts as ImportCounts;
    expect([created + not_imported, refused]).toEqual([ROWS, 1]);
    const contacts = await db.ownerQuery<{ rows: number }>(
      `SELECT count(DISTINCT row)::int AS rows FROM change_result WHERE import_id = $1 AND outcome = 'created'`,
      [importId],
    );
    expect(contacts).toEqual([{ rows: created }]);
    expect((await listRows(actor, { importId, bucket: 'created', limit: 1 })).total).toBe(created);
    const left = await listRows(actor, { importId, bucket: 'not_imported', limit: 1 });
    expect(left).toMatchObject({ total: not_imported, rows: [{ row: created + 2, bucket: 'not_imported' }] });
    await resumeImport(actor, { importId });
    await expectCalmEnd(importId);
  }, 120_000);

  it('is stopped too when a problem ends it, says why, and can be finished', async () => {
    const importId = await begun();
    await failImport(job(importId), { code: 'worker-lost', params: {} });
    expect(await detail(importId)).toMatchObject({ state: 'stopped', balanced: true, error: { code: 'worker-lost' } });
    await resumeImport(actor, { importId });
    await expectCalmEnd(importId);
  }, 120_000);

  it('may be stopped while it is paused, and can no longer be cancelled as if nothing had been written', async () => {
    const importId = await begun();
    await pauseImport(actor, { importId });
    await expect(cancelImport(actor, { importId })).rejects.toMatchObject({ code: 'import-state' });
    await stopImport(actor, { importId });
    await expect(cancelImport(actor, { importId })).rejects.toMatchObject({ code: 'import-state' });
    expect((await detail(importId)).state).toBe('stopped');
  });

  it('is not paused in the middle of a chunk: who pauses it waits until that is written', async () => {
    const importId = await begun();
    let isPaused = false;
    let pausing: Promise<void> | undefined;
    await inScopeSql({ kind: 'institution', institutionId: actor.institutionId }, async (client) => {
      await client.query('SELECT state FROM import WHERE id = $1 FOR KEY SHARE', [importId]);
      pausing = pauseImport(actor, { importId }).then(() => {
        isPaused = true;
      });
      // A wait of one's own proves nothing; that the other waits is seen in the database.
      const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      while ((await db.ownerQuery(waiting)).length === 0);
      expect(isPaused).toBe(false);
    });
    await pausing;
    expect((await detail(importId)).state).toBe('paused');
  });
});

describe('pausing, resuming and stopping', () => {
  it('are refused where nothing is being applied', async () => {
    const importId = await makePlannedImport(actor, 'EMAIL1\nada@example.org\n');
    for (const act of [pauseImport, resumeImport, stopImport]) {
      await expect(act(actor, { importId })).rejects.toMatchObject({ code: 'import-state', status: 409 });
    }
    expect((await detail(importId)).state).toBe('planned');
  });

  it('are refused to who may not confirm', async () => {
    const importId = await makePlannedImport(actor, 'EMAIL1\nada@example.org\n');
    const approver = await makeActor(db, { role: 'approver', institutionId: actor.institutionId });
    for (const act of [pauseImport, resumeImport, stopImport]) {
      await expect(act(approver, { importId })).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('are in the audit trail, with counts alone', async () => {
    const importId = await begun();
    await pauseImport(actor, { importId });
    await resumeImport(actor, { importId });
    await stopImport(actor, { importId });
    const events = await db.ownerQuery(`SELECT action, details FROM audit_event WHERE subject = $1 AND action ~ '(pause|resume|stop)$' ORDER BY id`, [
      `import:${importId}`,
    ]);
    expect(events).toEqual([
      { action: 'import.pause', details: {} },
      { action: 'import.resume', details: { from: 'paused' } },
      { action: 'import.stop', details: { created: expect.any(Number), updated: 0, notImported: expect.any(Number) } },
    ]);
  });
});
