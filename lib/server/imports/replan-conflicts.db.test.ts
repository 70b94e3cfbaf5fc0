import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, runImport, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { applyImport } from './apply-import';
import { cancelImport } from './cancel-import';
import { getImport } from './get-import';
import { getPlan } from './get-plan';
import { listChanges } from './list-changes';
import { listProblems } from './list-problems';
import { listRows } from './list-rows';
import { planImport } from './plan-import';
import { replanConflicts } from './replan-conflicts';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db);
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const job = (importId: number) => ({ institutionId: actor.institutionId, importId });
const apply = (importId: number) => applyImport(job(importId), undisturbed());
const HEADER = 'CONTACT_NR;LASTNAME;FUNCTION';

/** An applied import of which row 2, and row 5 that was merged into it, met contact 5, which somebody changed after the plan. */
async function metAChange(): Promise<number> {
  await runImport(actor, file(HEADER, '5;Leroy;Chair', '6;Moreau;Clerk'));
  const importId = await makePlannedImport(actor, file(`${HEADER};TOWN`, '5;Leroy;Planned;', '6;Moreau;Planned;', ';Neuf;;', '5;;;Metz'));
  await runImport(actor, file(HEADER, '5;Leroy;Meanwhile'));
  await confirm(actor, importId);
  await apply(importId);
  return importId;
}

const functions = async () => {
  const rows = await db.ownerQuery<{ number: string; job: string }>(
    'SELECT number, job_function AS job FROM contact WHERE institution_id = $1 AND job_function IS NOT NULL ORDER BY number',
    [actor.institutionId],
  );
  return Object.fromEntries(rows.map(({ number, job }) => [number, job]));
};

describe('rows that met a changed contact', () => {
  it('are planned again alone, confirmed and carried out, and the ledger is over all rows', async () => {
    const importId = await metAChange();
    expect(await getImport(actor, { importId })).toMatchObject({
      state: 'applied',
      replannable: 1,
      counts: { rows: 4, created: 1, updated: 1, held: 1, merged: 1 },
    });
    expect((await listProblems(actor, { importId })).map(({ code }) => code)).toContain('contact-changed');
    await replanConflicts(actor, { importId });
    // A job may be run again: the plan is the same.
    await planImport(job(importId), undisturbed());
    await db.ownerQuery(`UPDATE import SET state = 'planning' WHERE id = $1`, [importId]);
    await planImport(job(importId), undisturbed());

    expect((await getImport(actor, { importId })).counts).toMatchObject({ rows: 4, created: 1, updated: 2, held: 0, merged: 1 });
    const plan = await getPlan(actor, { importId });
    expect(plan.counts).toMatchObject({ rows: 2, updated: 1, merged: 1, created: 0 });
    expect(plan.updated.individual).toBe(1);
    const { changes } = await listChanges(actor, { importId });
    expect(changes.map(({ row, before, after }) => [row, before.FUNCTION, after.FUNCTION, after.TOWN])).toEqual([
      [2, 'Meanwhile', 'Planned', 'Metz'],
    ]);
    expect(await functions()).toEqual({ 5: 'Meanwhile', 6: 'Planned' });

    await confirm(actor, importId);
    await apply(importId);
    const done = await getImport(actor, { importId });
    expect(done).toMatchObject({ state: 'applied', balanced: true, replannable: 0, counts: { rows: 4, created: 1, updated: 2, held: 0, merged: 1 } });
    expect(await functions()).toEqual({ 5: 'Planned', 6: 'Planned' });
    expect((await listChanges(actor, { importId })).changes.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'updated'],
      [3, 'updated'],
      [4, 'created'],
    ]);
    expect((await listProblems(actor, { importId })).map(({ code }) => code)).not.toContain('contact-changed');
  });

  it('may meet a change once more, and be planned once more', async () => {
    const importId = await metAChange();
    for (const meanwhile of ['Again', 'And again']) {
      await replanConflicts(actor, { importId });
      await planImport(job(importId), undisturbed());
      await runImport(actor, file(HEADER, `5;Leroy;${meanwhile}`));
      await confirm(actor, importId);
      await apply(importId);
      expect(await getImport(actor, { importId })).toMatchObject({ balanced: true, replannable: 1, counts: { held: 1 } });
      expect((await functions())[5]).toBe(meanwhile);
    }
  });

  it.each([
    ['before it is made', async () => undefined],
    ['when it is made', (importId: number) => planImport(job(importId), undisturbed())],
  ])('stay held where their plan is given up %s', async (_, reach) => {
    const importId = await metAChange();
    const before = await getImport(actor, { importId });
    await replanConflicts(actor, { importId });
    await reach(importId);
    await cancelImport(actor, { importId });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'applied', counts: before.counts, balanced: true, replannable: 1 });
    expect((await listRows(actor, { importId, bucket: 'held' })).rows.map(({ row }) => row)).toEqual([2]);
    await replanConflicts(actor, { importId });
  });

  it('are steered by the rows that steered them, and read as they were', async () => {
    const header = 'OPERATION;CONTACT_NR;OFFICIAL_NAME;ADMIN_NUMBER';
    await runImport(actor, file(header, 'INSERT;5;Lycée;SIRET=1'));
    const importId = await makePlannedImport(actor, file(header, 'CONFIG;;;VAT', 'UPDATE;5;;FR12'));
    await runImport(actor, file(header, 'UPDATE;5;Lycée bis;'));
    await confirm(actor, importId);
    await apply(importId);
    await replanConflicts(actor, { importId });
    await planImport(job(importId), undisturbed());
    await confirm(actor, importId);
    await apply(importId);
    const [structure] = await db.ownerQuery('SELECT official_name, admin_numbers FROM contact WHERE institution_id = $1', [actor.institutionId]);
    expect(structure).toEqual({ official_name: 'Lycée bis', admin_numbers: 'SIRET=1|VAT=FR12' });
    expect((await getImport(actor, { importId })).counts).toMatchObject({ rows: 2, updated: 1, not_imported: 1 });
  });
});

it('an import without such rows is not planned again, and never as a whole', async () => {
  const { id } = await runImport(actor, file(HEADER, '5;Leroy;Chair'));
  await expect(replanConflicts(actor, { importId: id })).rejects.toMatchObject({ code: 'no-conflicts' });
  await expect(acceptMapping(actor, { importId: id, mapping: { 1: 'LASTNAME' } })).rejects.toMatchObject({ code: 'partly-written' });
});
