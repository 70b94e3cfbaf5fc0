import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport, runUndo } from '@/lib/testing/run-import';
import { getContact } from './get-contact';
import { listContacts } from './list-contacts';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const store = async (fileName: string, ...lines: string[]) => (await runImport(actor, `${lines.join('\n')}\n`, { fileName })).id;
/** By field: the file and row that its value came with. */
const origins = async () => {
  const { contacts } = await listContacts(actor, { environment: 'P', search: '5' });
  const { origins: found } = await getContact(actor, { contactId: contacts[0]?.id ?? '' });
  return Object.fromEntries(
    ['LASTNAME', 'FUNCTION', 'TOWN@S'].flatMap((key) => (found[key] ? [[key, `${found[key].fileName} ${found[key].row}`]] : [])),
  );
};

const HEADER = 'CONTACT_NR;LASTNAME;FUNCTION;ADDR_TYPE;TOWN';

it('a value comes from the last import that wrote it, however often one was undone and done again', async () => {
  await store('first.csv', HEADER, '4;Bell;;;', '5;Leroy;Chair;M;Metz');
  expect(await origins()).toEqual({ LASTNAME: 'first.csv 3', FUNCTION: 'first.csv 3' });
  const second = await store('second.csv', HEADER, '5;;Clerk;S;Nice');
  const afterSecond = { LASTNAME: 'first.csv 3', FUNCTION: 'second.csv 2', 'TOWN@S': 'second.csv 2' };
  expect(await origins()).toEqual(afterSecond);
  const undo = await runUndo(actor, second);
  expect(await origins()).toEqual({ LASTNAME: 'first.csv 3', FUNCTION: 'first.csv 3' });
  await runUndo(actor, undo.id);
  expect(await origins()).toEqual(afterSecond);
});

it('a contact that was removed and came back comes from the import that first brought it', async () => {
  const first = await store('first.csv', HEADER, '5;Leroy;Chair;;');
  const undo = await runUndo(actor, first);
  await runUndo(actor, undo.id);
  expect(await origins()).toEqual({ LASTNAME: 'first.csv 2', FUNCTION: 'first.csv 2' });
});

it('is known from the names of fields alone, when the values of a plan are no longer kept', async () => {
  const first = await store('first.csv', HEADER, '5;Leroy;Chair;;');
  await db.ownerQuery(
    `UPDATE plan_change SET before = '{}', after = (SELECT json_object_agg(key, NULL) FROM json_object_keys(after) key) WHERE import_id = $1`,
    [first],
  );
  expect(await origins()).toEqual({ LASTNAME: 'first.csv 2', FUNCTION: 'first.csv 2' });
});
