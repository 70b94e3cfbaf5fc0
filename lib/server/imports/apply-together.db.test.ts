import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { digestOfImport } from '@/lib/testing/import-digest';
import { runJobs } from '@/lib/testing/imports';
import { confirm, makeReadImport, runImport, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { applyImport } from './apply-import';
import { getImport } from './get-import';
import { listProblems } from './list-problems';
import { planImport } from './plan-import';
import { retryImport } from './retry-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  await db.ownerQuery(`ALTER TABLE contact_address ADD CONSTRAINT no_such_town CHECK (town <> 'Nowhere')`);
});
beforeEach(async () => {
  actor = await makeActor(db);
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const job = (importId: number) => ({ institutionId: actor.institutionId, importId });
const HEADER = 'CONTACT_NR;LASTNAME;TOWN';

async function confirmed(content: string, who = actor, allOrNothing = true): Promise<number> {
  const importId = await makeReadImport(who, content);
  await acceptMapping(who, { importId, mapping: await suggestedMapping(who, importId), rules: { allOrNothing } });
  await planImport({ institutionId: who.institutionId, importId }, undisturbed());
  await confirm(who, importId);
  return importId;
}

/** All that applying could have written. */
const written = async (importId: number) => ({
  contacts: await digestOfContacts(db, actor.institutionId),
  results: await db.ownerQuery('SELECT FROM change_result WHERE import_id = $1', [importId]),
  sequence: await db.ownerQuery('SELECT next, revision, writer FROM contact_number_sequence WHERE institution_id = $1', [actor.institutionId]),
  rows: await db.ownerQuery('SELECT row, bucket FROM import_row WHERE import_id = $1 ORDER BY row', [importId]),
});

/** The bad rows, far apart: those after the first are found, too. */
const many = (bad: readonly number[]) => Array.from({ length: 12_000 }, (_, at) => `;P;${bad.includes(at) ? 'Nowhere' : 'Metz'}`);

describe('an import that is all or nothing', () => {
  it('writes nothing at all where the database refuses rows of two chunks, and says which', async () => {
    await runImport(actor, file(HEADER, '5;Leroy;Metz'));
    const importId = await confirmed(file(HEADER, '5;Leroy;Nice', ...many([7, 11_990])));
    const before = await written(importId);
    await runJobs();
    expect(await written(importId)).toEqual(before);
    expect(await getImport(actor, { importId })).toMatchObject({
      state: 'failed',
      error: { code: 'nothing-written', params: { refused: 2, conflicts: 0 } },
    });
    const problems = await listProblems(actor, { importId });
    expect(problems.map(({ code, count, exampleRow }) => [code, count, exampleRow])).toContainEqual(['row-not-stored', 2, 10]);
  }, 240_000);

  it('writes nothing where a contact changed since the plan, and does when the rows were planned anew', async () => {
    await runImport(actor, file(HEADER, '5;Leroy;Metz', '6;Moreau;Metz'));
    const importId = await confirmed(file(HEADER, '5;Leroy;Nice', '6;Moreau;Nice'));
    await runImport(actor, file(HEADER, '5;Leroy;Lyon'));
    const before = await written(importId);
    await runJobs();
    expect(await written(importId)).toEqual(before);
    const failed = await getImport(actor, { importId });
    expect(failed).toMatchObject({ state: 'failed', error: { params: { refused: 0, conflicts: 1 } } });
    expect((await listProblems(actor, { importId })).map(({ code }) => code)).toContain('contact-changed');
    await retryImport(actor, { importId });
    await runJobs();
    expect((await getImport(actor, { importId })).error).toEqual(failed.error);
    expect((await listProblems(actor, { importId })).map(({ code, count }) => [code, count])).toEqual([['contact-changed', 1]]);
    await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId), rules: { allOrNothing: true } });
    await runJobs();
    await confirm(actor, importId);
    await runJobs();
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'applied', balanced: true, counts: { updated: 2, held: 0 } });
  });

  it('ends as any other where every row can be carried out, without those that the plan refuses', async () => {
    const content = file(
      'OFFICIAL_NAME;LASTNAME;EMAIL1',
      ...Array.from({ length: 11_000 }, (_, at) => (at % 3 ? `;P;p${at}@example.org` : `Ecole ${at % 50};R;`)),
      ';;',
    );
    const other = await makeActor(db);
    const [together, apart] = [await confirmed(content), await confirmed(content, other, false)];
    await applyImport(job(together), undisturbed());
    await applyImport({ institutionId: other.institutionId, importId: apart }, undisturbed());
    expect((await getImport(actor, { importId: together })).counts).toMatchObject({ refused: 1, held: 0 });
    const { import: _, ...ofTogether } = await digestOfImport(db, actor.institutionId, together);
    const { import: __, ...ofApart } = await digestOfImport(db, other.institutionId, apart);
    expect(ofTogether).toEqual(ofApart);
  }, 240_000);
});

it('what is partly written is not read or mapped anew', async () => {
  const importId = await confirmed(file(HEADER, '5;Leroy;Metz'), actor, false);
  await applyImport(job(importId), undisturbed());
  await db.ownerQuery(`UPDATE import SET state = 'failed' WHERE id = $1`, [importId]);
  await expect(acceptMapping(actor, { importId, mapping: { 1: 'LASTNAME' } })).rejects.toMatchObject({ code: 'partly-written' });
});
