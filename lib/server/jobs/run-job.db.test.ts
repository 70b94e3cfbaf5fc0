import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport } from '@/lib/server/imports/get-import';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { jobs } from './index';
import { type JobHandler, JobStopped } from './job-control';
import { type Lease, takeLease } from './lease';
import { enqueue, queue } from './queue';
import type { QueueName } from './queues';
import { runJob } from './run-job';
import type { TakenJob } from './take-job';

let db: TestDatabase;
let actor: Actor;
let importId: number;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.ownerQuery('DELETE FROM pgboss.job');
  actor = await makeActor(db);
  ({ importId } = await createImport(actor, { fileName: 'members.csv', size: 1, environment: 'P' }));
});
afterEach(() => vi.restoreAllMocks());

const running = new AbortController().signal;

/** Queues a job of the import and fetches it as a worker does; its handler is `handler`. */
async function queued(name: QueueName, handler: JobHandler) {
  await db.ownerQuery('UPDATE import SET state = $2 WHERE id = $1', [importId, jobs[name].state]);
  vi.spyOn(jobs[name], 'load').mockResolvedValue(handler);
  await enqueue(name, { institutionId: actor.institutionId, importId });
  return fetched(name);
}

/** Whatever waits in the queue, also what could not begin. */
async function fetched(name: QueueName): Promise<TakenJob> {
  const [job] = await queue().fetch<unknown>(name, { includeMetadata: true, ignoreStartAfter: true });
  if (!job) throw new Error('no job waits');
  const { id, data, retryCount, retryLimit, createdOn } = job;
  return { name, id, data, retryCount, retryLimit, due: createdOn };
}

const states = async () =>
  (await db.ownerQuery<{ state: string }>(`SELECT state FROM pgboss.job WHERE (data->>'importId')::int = $1 ORDER BY created_on`, [importId])).map(
    ({ state }) => state,
  );

const detail = () => getImport(actor, { importId });

describe('a job', () => {
  it('that was handled is complete', async () => {
    const handler = vi.fn<JobHandler>().mockResolvedValue();
    await runJob(await queued('read-import', handler), running);
    expect(handler.mock.calls[0]?.[0]).toEqual({ institutionId: actor.institutionId, importId });
    expect(await states()).toEqual(['completed']);
  });

  it('that refuses fails its import with the reason, and is not tried again', async () => {
    const job = await queued('read-import', () => Promise.reject(new AppError('too-many-rows', { limit: 5 })));
    await runJob(job, running);
    expect(await states()).toEqual(['completed']);
    expect(await detail()).toMatchObject({ state: 'failed', error: { code: 'too-many-rows', params: { limit: 5 } } });
  });

  it('with a bug is tried three times more before its import fails', async () => {
    let job = await queued('read-import', () => Promise.reject(new TypeError('a bug')));
    for (let retry = 0; retry < 3; retry++) {
      await runJob(job, running);
      expect([await states(), (await detail()).state]).toEqual([['retry'], 'reading']);
      job = await fetched('read-import');
    }
    await runJob(job, running);
    expect(await states()).toEqual(['failed']);
    expect(await detail()).toMatchObject({ state: 'failed', error: { code: 'unexpected', params: {} } });
  });

  it('of an import that was cancelled meanwhile leaves it so', async () => {
    const job = await queued('read-import', async (_, control) => {
      await db.ownerQuery(`UPDATE import SET state = 'cancelled' WHERE id = $1`, [importId]);
      await control.checkpoint();
    });
    await runJob(job, running);
    expect([await states(), (await detail()).state]).toEqual([['completed'], 'cancelled']);
  });

  it('goes back to the queue when its worker is told to end', async () => {
    const stopping = new AbortController();
    const job = await queued('read-import', async (_, control) => {
      stopping.abort();
      expect(control.signal.reason).toEqual(new JobStopped('stopping'));
      await control.checkpoint();
    });
    await runJob(job, stopping.signal);
    expect([await states(), (await detail()).state]).toEqual([['created'], 'reading']);
  });

  it('tells how far it is, and how fast', async () => {
    const job = await queued('read-import', async (_, control) => {
      await control.report({ stage: 'reading', done: 10, total: 100 });
      await control.report({ stage: 'reading', done: 20, total: 100 });
    });
    await runJob(job, running);
    expect((await detail()).progress).toEqual({ stage: 'reading', done: 10, total: 100, rowsPerSecond: null });
  });
});

describe('a job waits', () => {
  let held: Lease | null;
  afterEach(() => held?.release());

  it.each<[string, QueueName, 'import' | 'institution', boolean]>([
    ['while another worker reads its import', 'read-import', 'import', true],
    ['while another worker plans its import', 'plan-import', 'import', true],
    ['to plan while another import of the institution is planned or applied', 'plan-import', 'institution', true],
    ['to apply while another import of the institution is planned or applied', 'apply-import', 'institution', true],
    ['not to read while another import of the institution is planned or applied', 'read-import', 'institution', false],
  ])('%s', async (_, name, kind, waits) => {
    held = await takeLease([{ kind, id: kind === 'import' ? importId : actor.institutionId }]);
    const handler = vi.fn<JobHandler>().mockResolvedValue();
    await runJob(await queued(name, handler), running);
    expect(handler).toHaveBeenCalledTimes(waits ? 0 : 1);
    expect(await states()).toEqual([waits ? 'created' : 'completed']);
    await held?.release();
    held = null;
    if (!waits) return;
    await runJob(await fetched(name), running);
    expect(handler).toHaveBeenCalledTimes(1);
  });
});

describe('a lease', () => {
  it('is held by one, and told when its connection breaks', async () => {
    const lease = await takeLease([{ kind: 'import', id: importId }]);
    expect(await takeLease([{ kind: 'import', id: importId }])).toBeNull();
    const lost = new Promise((resolve) => lease?.lost.addEventListener('abort', resolve));
    await db.ownerQuery(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = $1::int::oid AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [importId],
    );
    await lost;
    // PostgreSQL says that it ends a session a moment before its locks are free.
    const next = await vi.waitUntil(() => takeLease([{ kind: 'import', id: importId }]), { timeout: 10_000 });
    await next.release();
    await lease?.release();
  });
});

describe('asking for a job', () => {
  it('is undone with the change that asked for it', async () => {
    const scope = { kind: 'institution', institutionId: actor.institutionId } as const;
    const undone = inScope(scope, async (tx) => {
      await enqueue('read-import', { institutionId: actor.institutionId, importId }, { db: tx });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await states()).toEqual([]);
  });

  it('is refused for anything but ids', async () => {
    await expect(enqueue('read-import', { institutionId: 0, importId })).rejects.toThrow();
  });
});
