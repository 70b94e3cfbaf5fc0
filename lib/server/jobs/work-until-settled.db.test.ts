import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs, uploadedImport } from '@/lib/testing/imports';
import { workUntilSettled } from './work-until-settled';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const never = new AbortController().signal;
const uploaded = async () => ({ institutionId: actor.institutionId, importId: await uploadedImport(actor, { bytes: 'EMAIL1\nada@example.org\n' }) });

describe('working until an import waits for a person', () => {
  it('does its jobs where nobody else does', async () => {
    expect(await workUntilSettled(await uploaded(), never)).toBe('read');
  });

  it('waits for the worker that does them', async () => {
    const job = await uploaded();
    const [state] = await Promise.all([workUntilSettled(job, never), runJobs()]);
    expect(state).toBe('read');
  });

  it('takes up a job that was lost with its worker', async () => {
    const job = await uploaded();
    await db.ownerQuery(`UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 minute' WHERE (data->>'importId')::int = $1`, [
      job.importId,
    ]);
    expect(await workUntilSettled(job, never)).toBe('read');
  });

  it('ends where there is no such import', async () => {
    await expect(workUntilSettled({ ...(await uploaded()), importId: 2_000_000_000 }, never)).rejects.toMatchObject({ code: 'not-found' });
  });
});
