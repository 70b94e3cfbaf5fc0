import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';
import { fetchContacts } from './fetch-contacts';
import { updateContacts, WRITING_COLUMNS } from './update-contacts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** A contact with one address for all uses, then one planned change of it: what addresses it has afterwards. */
async function addressesAfter(compared: string | null, after: Record<string, string | null>) {
  const actor: Actor = await makeActor(db);
  const { id: importId } = await runImport(actor, 'LASTNAME;LINE1;TOWN\nLemaire;1 rue Haute;Metz\n');
  return inScopeSql({ kind: 'institution', institutionId: actor.institutionId }, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT id::text FROM contact');
    const id = rows[0]?.id ?? '';
    await client.query(`CREATE TEMP TABLE writing (${WRITING_COLUMNS}) ON COMMIT DROP`);
    const sql = `INSERT INTO writing (row, part, contact_id, address, after, outcome) VALUES (2, 'individual', $1, $2, $3, 'updated')`;
    await client.query(sql, [id, compared, JSON.stringify(after)]);
    await updateContacts(client, { institutionId: actor.institutionId, environment: 'P', importId });
    const contact = (await fetchContacts(client, [id])).get(id);
    return addressesOf(contact?.fields ?? {}).map(({ uses, fields: { LINE1, TOWN } }) => [uses, LINE1, TOWN]);
  });
}

describe('the addresses of a contact', () => {
  it.each([
    ['one that serves all uses is changed in place', 'MSB', { LINE1: '2 rue Basse' }, [['MSB', '2 rue Basse', 'Metz']]],
    [
      'one for a single use leaves the others where they were',
      'MSB',
      { ADDR_TYPE: 'MB', 'LINE1@S': '2 rue Basse' },
      [
        ['MB', '1 rue Haute', 'Metz'],
        ['S', '2 rue Basse', undefined],
      ],
    ],
    [
      'equal ones for two uses are kept as one',
      'MSB',
      { ADDR_TYPE: 'M', 'TOWN@S': 'Nancy', 'TOWN@B': 'Nancy' },
      [
        ['M', '1 rue Haute', 'Metz'],
        ['SB', undefined, 'Nancy'],
      ],
    ],
    ['one whose every line is cleared is gone', 'MSB', { ADDR_TYPE: null, LINE1: null, TOWN: null, COUNTRY: null }, []],
  ] as const)('%s', async (_, compared, after, addresses) => {
    expect(await addressesAfter(compared, after)).toEqual(addresses);
  });
});
