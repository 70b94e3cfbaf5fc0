import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { env } from '@/lib/server/env';
import { newKey } from '@/lib/server/storage/key';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';
import { loadStanding } from './load-standing';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
  await runImport(actor, 'CONTACT_NR;LASTNAME\n007;Bell\n7;Cole\n8;Dahl\n');
});
afterAll(() => db.close());

const HEADER = 'CONTACT_NR;SALES;LAST_PURCHASE;BALANCE;OPEN_ORDERS;BENEFICIARY';

function load(rows: readonly string[], as = actor, environment: 'P' | 'PP' = 'P') {
  const path = join(env().dataDir, newKey());
  writeFileSync(path, [HEADER, ...rows, ''].join('\n'));
  return loadStanding(as, { path, environment });
}

const stored = () =>
  db.ownerQuery(
    `SELECT number, sales, last_purchase::text, balance::text, open_orders, beneficiary, changed_at FROM contact_standing s JOIN contact c ON c.id = s.contact_id
     WHERE s.institution_id = $1 ORDER BY number`,
    [actor.institutionId],
  );

describe('a file of standing', () => {
  it('says of each contact what its last row says, and every row is counted once', async () => {
    const rows = ['007;1;;0;0;', '7;2;2025-12-31;-1250;1;TRUE', '007;3;;99;0;', '9;0;;0;0;', '8;many;;0;0;'];
    expect(await load(rows)).toEqual({ rows: 5, changed: 2, unchanged: 1, unknown: 1, wrong: { count: 1, first: [{ row: 6, column: 'SALES' }] } });
    expect(await stored()).toMatchObject([
      { number: '007', sales: 3, balance: '99', beneficiary: false },
      { number: '7', sales: 2, last_purchase: '2025-12-31', balance: '-1250', open_orders: 1, beneficiary: true },
    ]);
  });

  it('writes only what is new, so that plans made before still hold', async () => {
    await load(['007;1;;0;0;', '7;1;;0;0;']);
    const [before] = await stored();
    expect(await load(['007;1;;0;0;', '7;1;;0;1;'])).toMatchObject({ changed: 1, unchanged: 1 });
    const [same, other] = await stored();
    expect(same).toEqual(before);
    expect(other?.changed_at > before?.changed_at).toBe(true);
  });

  it('is about the contacts of its institution and environment alone, and leaves a trace without names', async () => {
    const stranger = await makeActor(db, { role: 'manager' });
    expect(await load(['007;1;;0;0;'], stranger)).toMatchObject({ changed: 0, unknown: 1 });
    expect(await load(['007;1;;0;0;'], actor, 'PP')).toMatchObject({ changed: 0, unknown: 1 });
    expect(await stored()).toEqual([]);
    const events = await db.ownerQuery(`SELECT details FROM audit_event WHERE institution_id = $1 AND action = 'standing.load'`, [
      actor.institutionId,
    ]);
    expect(events.map(({ details }) => details)).toEqual([{ environment: 'PP', rows: 1, changed: 0, unknown: 1, wrong: 0 }]);
  });

  it('is not taken from everybody', async () => {
    const importer = await makeActor(db, { role: 'importer', institutionId: actor.institutionId });
    await expect(load(['007;1;;0;0;'], importer)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
