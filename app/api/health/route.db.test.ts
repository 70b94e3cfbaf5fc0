import { expect, it } from 'vitest';
import { announceWorker } from '@/lib/server/jobs/lease';
import { testDatabase } from '@/lib/testing/database';
import { GET } from './route';

it('says whether the database can be reached, and how many workers answer', async () => {
  const db = await testDatabase();
  const alone = await GET();
  const presences = [await announceWorker(), await announceWorker()];
  const helped = await GET();
  for (const presence of presences) await presence.release();
  await db.close();
  const cut = await GET();
  expect([alone.status, await alone.json()]).toEqual([200, { ok: true, workers: 0 }]);
  expect([helped.status, await helped.json()]).toEqual([200, { ok: true, workers: 2 }]);
  expect([cut.status, await cut.json()]).toEqual([503, { ok: false }]);
});
