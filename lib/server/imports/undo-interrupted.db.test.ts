import { afterAll, beforeAll, expect, it } from 'vitest';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedUndo, runImport, runUndo, undisturbed } from '@/lib/testing/run-import';
import { applyImport } from './apply-import';
import { getImport } from './get-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** More than a chunk of contacts; structures whose relays are far away from each other. */
const ROWS = 11_000;
const people = Array.from({ length: ROWS }, (_, at) => (at % 3 ? `;P${at};p${at}@example.org` : `Ecole ${at % 60};R${at};r${at}@example.org`));
const FILE = `OFFICIAL_NAME;LASTNAME;EMAIL1\n${people.join('\n')}\n`;

const ORPHANS = `
  SELECT count(*)::int AS count FROM contact r WHERE r.structure_id IS NOT NULL AND NOT EXISTS (SELECT FROM contact s WHERE s.id = r.structure_id)`;

it('an undo that is interrupted again and again leaves no relay without its structure on the way, and nothing at the end', async () => {
  const actor = await makeActor(db, { role: 'manager' });
  const { id } = await runImport(actor, FILE);
  const after = await digestOfContacts(db, actor.institutionId);
  const importId = await makePlannedUndo(actor, id);
  await confirm(actor, importId);
  for (let runs = 0; ; runs++) {
    let chunks = 0;
    const checkpoint = async () => {
      chunks++;
      if (chunks > 1) throw new JobStopped('stopping');
    };
    const stopped = await applyImport({ institutionId: actor.institutionId, importId }, { ...undisturbed(), checkpoint }).then(
      () => false,
      (error: unknown) => error instanceof JobStopped,
    );
    expect(await db.ownerQuery(ORPHANS)).toEqual([{ count: 0 }]);
    if (stopped) continue;
    expect(runs).toBeGreaterThan(1);
    break;
  }
  const undo = await getImport(actor, { importId });
  expect(undo).toMatchObject({ balanced: true, counts: { rows: ROWS, removed: ROWS } });
  for (const table of ['contact', 'contact_means', 'contact_address', 'contact_authorizations', 'contact_criterion']) {
    expect(await db.ownerQuery(`SELECT count(*)::int AS count FROM ${table}`)).toEqual([{ count: 0 }]);
  }
  await runUndo(actor, importId);
  expect(await digestOfContacts(db, actor.institutionId)).toBe(after);
}, 120_000);
