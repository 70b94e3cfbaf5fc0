import { expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { GET } from './route';

it('says whether the database can be reached', async () => {
  const db = await testDatabase();
  const healthy = await GET();
  await db.close();
  const cut = await GET();
  expect([healthy.status, await healthy.json()]).toEqual([200, { ok: true }]);
  expect([cut.status, await cut.json()]).toEqual([503, { ok: false }]);
});
