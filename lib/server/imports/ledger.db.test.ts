import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';
import { clearPlan, keepFilePlan } from './keep-plan';
import { readLedger } from './ledger';
import { createComparedTables } from './planned-tables';

let db: TestDatabase;
let actor: Actor;
let importId: number;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db);
  importId = (await runImport(actor, 'OFFICIAL_NAME;LASTNAME\n;Un\nEcole;Deux\n')).id;
});
afterAll(() => db.close());

const inInstitution = <T>(work: Parameters<typeof inScopeSql<T>>[1]) => inScopeSql({ kind: 'institution', institutionId: actor.institutionId }, work);
const ids = () => ({ institutionId: actor.institutionId, importId });

describe('the ledger', () => {
  const ledger = () => inInstitution((client) => readLedger(client, ids(), 2));

  it('balances when every change has its result', async () => {
    expect(await ledger()).toMatchObject({ created: 2, balanced: true });
  });

  it.each([
    ['lost one result of two', `DELETE FROM change_result WHERE import_id = $1 AND part = 'relay'`],
    ['has another result than was planned', `UPDATE change_result SET outcome = 'updated' WHERE import_id = $1 AND part = 'relay'`],
    ['lost a row', 'DELETE FROM import_row WHERE import_id = $1 AND row = 3'],
  ])('does not balance when it %s', async (_, damage) => {
    await db.ownerQuery(damage, [importId]);
    expect(await ledger()).toMatchObject({ created: 1, balanced: false });
  });

  it('counts a row of which one change met a conflict as held', async () => {
    await db.ownerQuery(`UPDATE change_result SET outcome = 'conflict' WHERE import_id = $1 AND part = 'relay'`, [importId]);
    expect(await ledger()).toMatchObject({ created: 1, held: 1, balanced: true });
  });
});

describe('keeping a plan', () => {
  it('is refused loudly when a row of the file was lost on the way', async () => {
    const kept = inInstitution(async (client) => {
      await createComparedTables(client);
      await client.query('CREATE TEMP VIEW planned_issue AS SELECT * FROM compared_issue');
      await clearPlan(client, ids());
      await client.query(
        `INSERT INTO import_row (institution_id, import_id, row, cells, bucket) VALUES ($1, $2, 2, '{}', 'created')`,
        Object.values(ids()),
      );
      return keepFilePlan(client, ids(), 2, []);
    });
    await expect(kept).rejects.toThrow(/2 rows, but the buckets add up to 1/);
  });
});
