import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport, runUndo } from '@/lib/testing/run-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const maybe = (...values: string[]) => fc.constantFrom('', ...values);

/** Rows that often meet: few numbers, e-mails and structures, so that they create, update, clear, split addresses and share e-mails. */
const typedRow = fc.record({
  CONTACT_NR: maybe('', '1', '2', '3', '4', '5'),
  OFFICIAL_NAME: maybe('', '', 'School', 'Club'),
  LASTNAME: maybe('Bell', 'Cole', 'Dora', '='),
  EMAIL1: maybe('a@x.org', 'b@x.org', 'c@x.org', '='),
  TELEPHONE: maybe('01 40 15 80 00', '+33140158000', '='),
  ADDR_TYPE: maybe('', 'M', 'S', 'MB', 'MSB'),
  LINE1: maybe('1 rue Haute', '2 quai Bas', '='),
  TOWN: maybe('Lyon', 'Nice', '='),
  CNIL_O: maybe('TRUE', 'FALSE'),
  CONSENT_DATE: maybe('25.05.2018', '='),
  REMARK: maybe('one', '||two', '='),
  CRIT01: maybe('SEASON=Opera|Jazz', 'SEASON=||Dance', 'SEASON=='),
});

const HEADER = [
  'CONTACT_NR',
  'OFFICIAL_NAME',
  'LASTNAME',
  'EMAIL1',
  'TELEPHONE',
  'ADDR_TYPE',
  'LINE1',
  'TOWN',
  'CNIL_O',
  'CONSENT_DATE',
  'REMARK',
  'CRIT01',
] as const;
const MAPPING = Object.fromEntries(HEADER.map((code, index) => [index, code]));

type TypedRow = Record<(typeof HEADER)[number], string>;
const file = fc.array(typedRow, { minLength: 2, maxLength: 8 });
const text = (rows: readonly TypedRow[]) => `${HEADER.join(';')}\n${rows.map((row) => HEADER.map((code) => row[code]).join(';')).join('\n')}\n`;

const SEASON = `INSERT INTO criterion (institution_id, code, type, scope, labels) VALUES ($1, 'SEASON', 'multi', 'BOTH', '{}') RETURNING id`;
const VALUES = `
  INSERT INTO criterion_value (institution_id, criterion_id, value, labels, rank)
  SELECT $1, $2, v, '{}', 1 FROM unnest(ARRAY['Opera', 'Jazz', 'Dance']) v`;

async function makeVenue(): Promise<Actor> {
  const actor = await makeActor(db, { role: 'manager' });
  const [criterion] = await db.ownerQuery<{ id: number }>(SEASON, [actor.institutionId]);
  await db.ownerQuery(VALUES, [actor.institutionId, criterion?.id]);
  return actor;
}

const RUNS = 12;

it('an undo leaves what was there before the import, its undo what was there after it, and so on', async () => {
  const law = fc.asyncProperty(file, file, async (known, given) => {
    const actor = await makeVenue();
    const digest = () => digestOfContacts(db, actor.institutionId, 'values');
    await runImport(actor, text(known), { mapping: MAPPING });
    const before = await digest();
    const { id, counts } = await runImport(actor, text(given), { mapping: MAPPING });
    const after = await digest();
    fc.pre((counts?.created ?? 0) + (counts?.updated ?? 0) > 0);
    const undo = await runUndo(actor, id);
    expect(await digest()).toBe(before);
    const redo = await runUndo(actor, undo.id);
    expect(await digest()).toBe(after);
    const again = await runUndo(actor, redo.id);
    expect(await digest()).toBe(before);
    for (const { balanced, counts: each } of [undo, redo, again]) {
      expect(balanced).toBe(true);
      expect(each?.rows).toBe((counts?.created ?? 0) + (counts?.updated ?? 0));
      expect(each?.held).toBe(0);
    }
  });
  await fc.assert(law, { numRuns: RUNS, endOnFailure: true });
}, 240_000);
