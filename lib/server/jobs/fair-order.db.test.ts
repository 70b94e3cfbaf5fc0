import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { createImport } from '@/lib/server/imports/create-import';
import { followImport } from '@/lib/server/imports/follow-import';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs } from '@/lib/testing/imports';
import { jobs } from './index';
import { type Lease, takeLease } from './lease';
import { shouldMakeWay } from './make-way';
import { enqueue } from './queue';
import type { QueueName } from './queues';
import { type Turns, takeJob } from './take-job';

let db: TestDatabase;
let opera: Actor;
let ballet: Actor;
const held: Lease[] = [];
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.ownerQuery('DELETE FROM pgboss.job');
  [opera, ballet] = [await makeActor(db), await makeActor(db)];
});
afterEach(async () => {
  for (const lease of held.splice(0)) await lease.release();
  vi.restoreAllMocks();
});

interface Parts {
  rows?: number;
  name?: QueueName;
  /** Seconds since its job was asked for. */
  ago?: number;
}

/** An import whose job waits; gives its id. */
async function waiting(actor: Actor, { rows = 10, name = 'apply-import', ago = 0 }: Parts = {}): Promise<number> {
  const { institutionId } = actor;
  const { importId } = await createImport(actor, { fileName: 'members.csv', size: 1, environment: 'P' });
  await db.ownerQuery(`UPDATE import SET state = $2::text::"ImportState", counts = $3 WHERE id = $1`, [importId, jobs[name].state, countsOf(rows)]);
  await enqueue(name, { institutionId, importId });
  await db.ownerQuery(
    `UPDATE pgboss.job SET created_on = created_on - $2 * interval '1 second', start_after = start_after - $2 * interval '1 second'
     WHERE (data->>'importId')::int = $1`,
    [importId, ago],
  );
  return importId;
}

const countsOf = (rows: number) => ({ rows, created: rows, updated: 0, unchanged: 0, merged: 0, held: 0, refused: 0, not_imported: 0 });

const importOf = (job: Awaited<ReturnType<typeof takeJob>>) => (job?.data as { importId: number } | undefined)?.importId ?? null;

/** The imports in the order in which one worker takes them. */
async function taken(maxRows: number | null = null): Promise<number[]> {
  const turns: Turns = [];
  const order: number[] = [];
  for (let next = importOf(await takeJob({ turns, maxRows })); next !== null; next = importOf(await takeJob({ turns, maxRows }))) order.push(next);
  return order;
}

async function hold(kind: 'import' | 'institution', id: number): Promise<void> {
  const lease = await takeLease([{ kind, id }]);
  if (!lease) throw new Error('somebody else holds it');
  held.push(lease);
}

describe('the order of jobs', () => {
  it('lets institutions take turns, however many imports one of them has', async () => {
    const many: number[] = [];
    for (let count = 0; count < 10; count++) many.push(await waiting(opera, { ago: 60 }));
    const [one, two] = [await waiting(ballet), await waiting(ballet)];
    expect(await taken()).toEqual([many[0], one, many[1], two, ...many.slice(2)]);
  });

  it('puts a small import of an institution before a large one that came shortly before', async () => {
    const large = await waiting(opera, { rows: 1_000_000, ago: 600 });
    const small = await waiting(opera, { rows: 5 });
    expect(await taken()).toEqual([small, large]);
  });

  it('puts no import behind small ones for ever', async () => {
    const large = await waiting(opera, { rows: 1_000_000, ago: 1_001 });
    const small = await waiting(opera, { rows: 5 });
    expect(await taken()).toEqual([large, small]);
  });

  it('leaves alone what somebody has in hand, and what must wait for its institution', async () => {
    const [own, other] = [await waiting(opera), await waiting(ballet)];
    const reading = await waiting(opera, { name: 'read-import' });
    await hold('institution', opera.institutionId);
    await hold('import', other);
    expect(await taken()).toEqual([reading]);
    for (const lease of held.splice(0)) await lease.release();
    expect((await taken()).sort()).toEqual([own, other].sort());
  });

  it('gives nothing large to who has time for small ones alone', async () => {
    const large = await waiting(opera, { rows: 50_000, ago: 5 });
    const small = await waiting(opera, { rows: 20_000 });
    expect(await taken(20_000)).toEqual([small]);
    expect(await taken()).toEqual([large]);
  });

  it('gives no job to two workers', async () => {
    const expected: number[] = [];
    for (let count = 0; count < 8; count++) expected.push(await waiting(count % 2 ? opera : ballet));
    const takes = await Promise.all(Array.from({ length: 16 }, () => takeJob({ turns: [], maxRows: null })));
    const got = takes.map(importOf).filter((id) => id !== null);
    expect(new Set(got).size).toBe(got.length);
    expect([...got, ...(await taken())].sort()).toEqual(expected.sort());
  });
});

describe('a job that runs makes way', () => {
  const large = () => ({ institutionId: opera.institutionId, due: new Date(Date.now() + 500_000), since: Date.now() });
  const longSince = () => ({ ...large(), due: new Date(Date.now() - 1_000), since: Date.now() - 11_000 });

  it.each<[string, boolean, () => Promise<unknown>, typeof large]>([
    ['for nobody when nobody waits', false, async () => undefined, large],
    ['for a small import of its institution, at once', true, () => waiting(opera), large],
    ['not for a larger one of its institution', false, () => waiting(opera, { rows: 1_000_000, ago: 100 }), large],
    ['not for what a free worker takes anyway', false, () => waiting(ballet), large],
    ['for a small import of another institution that no worker takes', true, () => waiting(ballet, { ago: 2 }), large],
    ['not for a larger one of another institution before its turn is over', false, () => waiting(ballet, { rows: 1_000_000, ago: 2 }), large],
    ['for a larger one of another institution after its turn', true, () => waiting(ballet, { rows: 1_000_000, ago: 2 }), longSince],
    ['not for a larger one of its own after its turn', false, () => waiting(opera, { rows: 1_000_000, ago: 2 }), longSince],
    ['for a file of its institution that nobody reads', true, () => waiting(opera, { name: 'read-import', ago: 2 }), large],
  ])('%s', async (_, should, arrange, running) => {
    await arrange();
    await hold('institution', opera.institutionId);
    expect(await shouldMakeWay(running())).toBe(should);
  });

  it('at a checkpoint and goes on afterwards, with its place and its tries', async () => {
    const story: string[] = [];
    let small = 0;
    vi.spyOn(jobs['apply-import'], 'load').mockResolvedValue(async ({ importId }, control) => {
      const name = importId === small ? 'small' : 'large';
      story.push(`${name} begins`);
      for (let chunk = 0; chunk < 3; chunk++) {
        await control.checkpoint();
        story.push(`${name} writes`);
        if (small === 0) small = await waiting(opera);
      }
      await db.ownerQuery(`UPDATE import SET state = 'applied' WHERE id = $1`, [importId]);
    });
    const importId = await waiting(opera, { rows: 1_000_000 });
    await runJobs();
    const writes = (name: string, times: number) => [`${name} begins`, ...Array.from({ length: times }, () => `${name} writes`)];
    expect(story).toEqual([...writes('large', 1), ...writes('small', 3), ...writes('large', 3)]);
    const [job] = await db.ownerQuery("SELECT state, retry_count FROM pgboss.job WHERE (data->>'importId')::int = $1", [importId]);
    expect(job).toEqual({ state: 'completed', retry_count: 0 });
  });
});

describe('the place in the queue', () => {
  const place = async (actor: Actor, importId: number) => (await followImport(actor, { importId })).work;

  it('counts what is in work and what comes before by the same order', async () => {
    const [first, second, third] = [await waiting(opera, { ago: 9 }), await waiting(opera, { ago: 8 }), await waiting(opera, { ago: 7 })];
    const other = await waiting(ballet);
    const ahead = async () => {
      const places = [place(opera, first), place(opera, second), place(opera, third), place(ballet, other)];
      return (await Promise.all(places)).map((work) => work?.before);
    };
    expect(await ahead()).toEqual([0, 2, 3, 1]);
    await hold('import', 2_000_000);
    expect(await ahead()).toEqual([1, 3, 4, 2]);
    expect(await place(opera, first)).toEqual({ hand: 'waiting', before: 1, workers: 0 });
  });

  it('is none while somebody works, and none of who waits for nothing', async () => {
    const importId = await waiting(opera);
    await takeJob({ turns: [], maxRows: null });
    await hold('import', importId);
    expect(await place(opera, importId)).toEqual({ hand: 'working', before: null, workers: 0 });
    await db.ownerQuery(`UPDATE import SET state = 'paused' WHERE id = $1`, [importId]);
    expect(await place(opera, importId)).toBeNull();
  });

  it('is said to be lost when who had it is gone', async () => {
    const importId = await waiting(opera);
    await takeJob({ turns: [], maxRows: null });
    await db.ownerQuery(`UPDATE pgboss.job SET started_on = now() - interval '10 seconds'`);
    await db.ownerQuery(`UPDATE import SET updated_at = now() - interval '10 seconds' WHERE id = $1`, [importId]);
    expect(await place(opera, importId)).toMatchObject({ hand: 'lost', before: null });
  });
});
