import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const HEADER = 'INSTITUTION;OPERATION;CONTACT_NR;LASTNAME;OFFICIAL_NAME;EMAIL1';

/** The numbers of those who sign in with a@x.org, after these files one by one. */
async function whoSignsIn(...files: string[][]): Promise<string[]> {
  const actor: Actor = await makeActor(db);
  for (const rows of files) await runImport(actor, [HEADER, ...rows.map((row) => `;${row}`), ''].join('\n'));
  const { rows } = await inScopeSql({ kind: 'institution', institutionId: actor.institutionId }, (client) =>
    client.query<{ number: string }>(
      `SELECT c.number FROM contact c JOIN contact_means m ON m.contact_id = c.id WHERE m.login AND m.email1 = 'a@x.org'`,
    ),
  );
  return rows.map(({ number }) => number);
}

const INSERTED = ['INSERT;1;One;;a@x.org', 'INSERT;2;Two;;a@x.org'];

describe('who signs in with an e-mail', () => {
  it.each([
    ['is the first individual of a file that has it', [INSERTED], ['1']],
    ['stays who it is when another file brings it again', [['INSERT;1;One;;a@x.org'], ['INSERT;2;Two;;a@x.org']], ['1']],
    ['is no structure and no relay', [['INSERT;1;;School;a@x.org', 'INSERT;2;Two;Other school;a@x.org']], []],
    ['is an individual also behind those', [['INSERT;1;;School;a@x.org', 'INSERT;2;Two;;a@x.org']], ['2']],
    ['is who gets it by an update, where nobody has it', [['INSERT;1;One;;b@x.org'], ['UPDATE;1;;;a@x.org']], ['1']],
    ['is not who gets it by an update, where somebody has it', [['INSERT;1;One;;b@x.org', 'INSERT;2;Two;;a@x.org'], ['UPDATE;1;;;a@x.org']], ['2']],
    ['is the next who has it when the first gets another', [INSERTED, ['UPDATE;1;;;b@x.org']], ['2']],
    ['is the next who has it when the first has none any more', [INSERTED, ['UPDATE;1;;;=']], ['2']],
    [
      'goes to who had it before, not to who gets it in that file',
      [
        [...INSERTED, 'INSERT;3;Three;;c@x.org'],
        ['UPDATE;3;;;a@x.org', 'UPDATE;1;;;b@x.org'],
      ],
      ['2'],
    ],
    [
      'goes to a contact that comes with the file in which the first gives it up',
      [['INSERT;1;One;;a@x.org'], ['UPDATE;1;;;b@x.org', 'INSERT;2;Two;;a@x.org']],
      ['2'],
    ],
    ['is nobody when nobody has it any more', [['INSERT;1;One;;a@x.org'], ['UPDATE;1;;;=']], []],
  ] as const)('%s', async (_, files, numbers) => {
    expect(await whoSignsIn(...files.map((rows) => [...rows]))).toEqual(numbers);
  });
});
