import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport, runRemoval, runUndo } from '@/lib/testing/run-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const NUMBERS = ['1', '2', '3', '4', '5'];

/** Contacts that share e-mails, so that sign-ins move between them. */
const known = fc.tuple(...NUMBERS.map((number) => fc.constantFrom('a@x.org', 'b@x.org', '').map((email) => `${number};Bell;${email}`)));
const asked = fc.subarray(NUMBERS, { minLength: 1 });
const operation = fc.constantFrom('INVALIDATE', 'UPDATEACT');
const removal = fc.array(fc.tuple(operation, asked), { minLength: 1, maxLength: 3 });

const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders)
  SELECT institution_id, id, 0, 0, 0 FROM contact WHERE institution_id = $1`;

const text = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

it('whatever is invalidated and reactivated, each undo goes back to what was before, to the sign-in', async () => {
  const law = fc.asyncProperty(known, removal, async (contacts, steps) => {
    const actor = await makeActor(db, { role: 'manager' });
    const digest = () => digestOfContacts(db, actor.institutionId, 'values');
    await runImport(actor, text('CONTACT_NR;LASTNAME;EMAIL1', contacts));
    await db.ownerQuery(STANDING, [actor.institutionId]);
    const done: { id: number; content: string; before: string; after: string }[] = [];
    for (const [what, numbers] of steps) {
      const before = await digest();
      const content = text(
        'OPERATION;CONTACT_NR',
        numbers.map((number) => `${what};${number}`),
      );
      const { id, counts } = await runRemoval(actor, content);
      if (counts?.updated) done.push({ id, content, before, after: await digest() });
    }
    for (const { id, content, before, after } of done.reverse()) {
      await runUndo(actor, id);
      expect(await digest()).toBe(before);
      const again = await runRemoval(actor, content);
      expect(await digest()).toBe(after);
      await runUndo(actor, again.id);
      expect(await digest()).toBe(before);
    }
  });
  await fc.assert(law, { numRuns: 8, endOnFailure: true });
}, 240_000);
