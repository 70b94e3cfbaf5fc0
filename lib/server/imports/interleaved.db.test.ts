import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { applyChunks } from '@/lib/testing/chunks';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, runImport, undisturbed } from '@/lib/testing/run-import';
import { applyImport } from './apply-import';
import { getImport, type ImportDetail } from './get-import';
import { listRows } from './list-rows';

/** More than a chunk: what is spoken of stands in the last rows, which the first chunk does not reach. */
const FILLER = 10_000;

const file = (...rows: string[]) => `${['CONTACT_NR;OFFICIAL_NAME;LASTNAME;EMAIL1;TOWN', ...rows].join('\n')}\n`;

/** What the large file says of somebody, what the small one says of somebody, and who is there afterwards. */
const MEETINGS = {
  'different people are both there': [';;Ash;ash@x.org;Metz', ';;Ash;other@x.org;Nancy', ['Ash Metz', 'Ash Nancy']],
  'of two new contacts with one e-mail the small one’s is there': [';;Cedar;cedar@x.org;Metz', ';;Cedar;cedar@x.org;Nancy', ['Cedar Nancy']],
  'of two new contacts with one number the small one’s is there': ['77;;Dogwood;d1@x.org;Metz', '77;;Dogwood;d2@x.org;Nancy', ['Dogwood Nancy']],
  'a structure that both bring is there once': [';Elm School;;;Metz', ';Elm School;;;Metz', ['Elm School Metz']],
  'structures of one name in two towns are both there': [';Fir School;;;Metz', ';Fir School;;;Nancy', ['Fir School Metz', 'Fir School Nancy']],
  'a known contact that both change is as the small one says': [';;;ginkgo@x.org;Metz', ';;;ginkgo@x.org;Nancy', ['Ginkgo Nancy']],
  'a known contact that gets the e-mail of a new one is the only one with it': [';;Holly;holly@x.org;Metz', '6;;;holly@x.org;', ['Holly Lyon']],
} as const;
const KNOWN = ['5;;Ginkgo;ginkgo@x.org;Lyon', '6;;Holly;;Lyon'];
/** Meetings in which the large import had planned what is no longer so. */
const CONFLICTS = ['Cedar', 'Dogwood', 'Elm', 'ginkgo', 'Holly'];

let db: TestDatabase;
let actor: Actor;
let large: ImportDetail;
let small: ImportDetail;
const job = (importId: number) => ({ institutionId: actor.institutionId, importId });

/** Applies a chunk of the large file, all of the small one from its first byte on, and then the rest of the large one. */
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
  await runImport(actor, file(...KNOWN));
  const filler = Array.from({ length: FILLER }, (_, at) => `;;Filler;f${at}@example.org;`);
  const importId = await makePlannedImport(actor, file(...filler, ...Object.values(MEETINGS).map(([last]) => last)));
  await confirm(actor, importId);
  expect(await applyChunks(job(importId), 1)).toBe(false);
  small = await runImport(actor, file(...Object.values(MEETINGS).map(([, row]) => row), ';;Filler;f1@example.org;Nancy'));
  await applyImport(job(importId), undisturbed());
  large = await getImport(actor, { importId });
}, 120_000);
afterAll(() => db.close());

describe('after a small import between two chunks of a large one', () => {
  it.each(Object.entries(MEETINGS))('%s', async (_, [, , expected]) => {
    const sql = `
      SELECT coalesce(official_name, last_name) || ' ' || town AS told FROM contact c JOIN contact_address a ON a.contact_id = c.id
      WHERE c.institution_id = $1 AND coalesce(official_name, last_name) LIKE $2 ORDER BY 1`;
    const name = expected[0].replace(/ \w+$/, '');
    expect((await db.ownerQuery<{ told: string }>(sql, [actor.institutionId, name])).map(({ told }) => told)).toEqual(expected);
  });

  it('both ledgers balance; the rows of the large one that met another are held', async () => {
    const met = Object.keys(MEETINGS).length;
    expect(large).toMatchObject({ state: 'applied', balanced: true, counts: { created: FILLER + met - CONFLICTS.length, held: CONFLICTS.length } });
    expect(small).toMatchObject({ state: 'applied', balanced: true, counts: { created: met - 2, updated: 3, held: 0 } });
    const { rows } = await listRows(actor, { importId: large.id, bucket: 'held' });
    expect(rows.map(({ cells }) => CONFLICTS.find((name) => cells.join(';').includes(name)))).toEqual(CONFLICTS);
  });
});

it('a connection that applied can plan afterwards', async () => {
  const scope = { kind: 'institution', institutionId: actor.institutionId } as const;
  const used = () => inScopeSql(scope, (client) => client.query('CREATE TEMP TABLE used ON COMMIT DROP AS SELECT 1 AS one'));
  await Promise.all(Array.from({ length: 6 }, used));
  expect((await runImport(actor, file(';;Ivy;ivy@x.org;'))).state).toBe('applied');
});
