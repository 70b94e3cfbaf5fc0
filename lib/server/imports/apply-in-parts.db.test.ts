import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, runImport, undisturbed } from '@/lib/testing/run-import';
import { applyImport } from './apply-import';
import { getImport } from './get-import';
import { listProblems } from './list-problems';
import { listRows } from './list-rows';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  // What no plan can know of: rules of the database itself.
  await db.ownerQuery(`
    CREATE FUNCTION refuse_names() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.last_name LIKE 'Refused%' OR NEW.official_name LIKE 'Refused%' THEN RAISE EXCEPTION 'this name is blocked'; END IF;
      RETURN NEW;
    END $$`);
  await db.ownerQuery('CREATE TRIGGER refuse_names BEFORE INSERT OR UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION refuse_names()');
  await db.ownerQuery(`ALTER TABLE contact_address ADD CONSTRAINT no_such_town CHECK (town <> 'Nowhere')`);
});
beforeEach(async () => {
  actor = await makeActor(db);
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const job = (importId: number) => ({ institutionId: actor.institutionId, importId });
const heldRows = async (importId: number) => (await listRows(actor, { importId, bucket: 'held' })).rows;

/** People of whom the rows at `bad` are refused by the database. */
const people = (size: number, bad: readonly number[]) =>
  Array.from({ length: size }, (_, at) => `${bad.includes(at) ? 'Refused' : 'Person'}${at};p${at}@example.org;Metz`);

/** Applies a confirmed import and counts how often it asked whether it may go on. */
async function applyCounting(importId: number): Promise<number> {
  let checkpoints = 0;
  await applyImport(job(importId), { ...undisturbed(), checkpoint: async () => void checkpoints++ });
  return checkpoints;
}

describe('a row that the database refuses', () => {
  it('is held and reported, and all others of its chunk are written, at the cost of a logarithm', async () => {
    const bad = [17, 5_000, 9_998];
    const importId = await makePlannedImport(actor, file('LASTNAME;EMAIL1;TOWN', ...people(10_000, bad)));
    await confirm(actor, importId);
    // A chunk and the look for a next one; then at most twice the logarithm for each bad row.
    expect(await applyCounting(importId)).toBeLessThan(2 + bad.length * (2 * Math.log2(10_000) + 2));
    const { counts, balanced } = await getImport(actor, { importId });
    expect(counts).toMatchObject({ rows: 10_000, created: 9_997, held: 3 });
    expect(balanced).toBe(true);
    const [problem] = await listProblems(actor, { importId });
    expect(problem).toMatchObject({ code: 'row-not-stored', level: 'error', count: 3 });
    expect((await heldRows(importId)).map(({ row, issues }) => [row, issues.at(-1)?.params])).toEqual(
      bad.map((at) => [at + 2, { reason: 'this name is blocked' }]),
    );
    const [contacts] = await db.ownerQuery('SELECT count(*)::int AS count FROM contact WHERE institution_id = $1', [actor.institutionId]);
    expect(contacts?.count).toBe(9_997);
  }, 240_000);

  it('is left as it was where it exists, by the name of the rule', async () => {
    await runImport(actor, file('CONTACT_NR;LASTNAME;TOWN', '5;Leroy;Metz', '6;Moreau;Metz'));
    const before = await digestOfContacts(db, actor.institutionId);
    const { id, counts } = await runImport(actor, file('CONTACT_NR;LASTNAME;TOWN', '5;Leroy;Nowhere', '6;Moreau;Nowhere'));
    expect(counts).toMatchObject({ updated: 0, held: 2 });
    expect(await digestOfContacts(db, actor.institutionId)).toBe(before);
    expect((await heldRows(id))[0]?.issues[0]?.params).toEqual({ reason: 'no_such_town' });
  });

  it('takes nobody with it but the relays of a structure that could not be made', async () => {
    const lines = ['Refused School;Un;a@example.org', 'School;Deux;b@example.org', 'Refused School;Trois;c@example.org', ';Quatre;d@example.org'];
    const { id, counts, balanced } = await runImport(actor, file('OFFICIAL_NAME;LASTNAME;EMAIL1', ...lines));
    expect(counts).toMatchObject({ created: 2, held: 2 });
    expect(balanced).toBe(true);
    expect((await heldRows(id)).map(({ row }) => row)).toEqual([2, 4]);
  });

  it('may be among many: where all are refused all are held', async () => {
    const { counts, balanced } = await runImport(
      actor,
      file('LASTNAME;EMAIL1', ...Array.from({ length: 20 }, (_, at) => `Refused;r${at}@example.org`)),
    );
    expect(counts).toMatchObject({ rows: 20, created: 0, held: 20 });
    expect(balanced).toBe(true);
  });
});

it('an interrupted search for bad rows goes on and ends as an undisturbed one does', async () => {
  const content = file('LASTNAME;EMAIL1;TOWN', ...people(300, [3, 4, 150, 299]));
  const calm = await makeActor(db);
  const whole = await runImport(calm, content);
  const importId = await makePlannedImport(actor, content);
  await confirm(actor, importId);
  let stops = 0;
  for (let allowed = 1; ; allowed++) {
    let left = allowed;
    const checkpoint = async () => {
      if (left-- === 0) throw new JobStopped('stopping');
    };
    const ended = await applyImport(job(importId), { ...undisturbed(), checkpoint }).then(
      () => true,
      (error: unknown) => !(error instanceof JobStopped),
    );
    if (ended) break;
    stops++;
  }
  expect(stops).toBeGreaterThan(4);
  const done = await getImport(actor, { importId });
  expect(done.counts).toEqual(whole.counts);
  expect(done.counts).toMatchObject({ created: 296, held: 4 });
  expect(await digestOfContacts(db, actor.institutionId)).toBe(await digestOfContacts(db, calm.institutionId));
});
