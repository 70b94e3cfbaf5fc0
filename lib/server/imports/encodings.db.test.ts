import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';

/** Samples that are no part of the project: one text in many encodings, with the truth as UTF-8 beside it. */
const FOLDER = join(process.env.FOYER_SAMPLES ?? resolve('../shared/data'), 'encodings/derived');

/** Ends of file names, and the encoding a person would name where the bytes do not say it. */
const ENCODINGS: [string, string | undefined][] = [
  ['utf-8', undefined],
  ['utf-8-sig', undefined],
  ['utf-16-le-bom', undefined],
  ['utf-16-be-bom', undefined],
  ['utf-16-le', 'utf-16le'],
  ['cp1252', 'windows-1252'],
];

const MAPPING = {
  1: 'FIRSTNAME',
  2: 'LASTNAME',
  3: 'OFFICIAL_NAME',
  4: 'LINE1',
  5: 'TOWN',
  7: 'COUNTRY',
  8: 'ZIPCODE',
  9: 'TELEPHONE',
  10: 'FAX',
  11: 'EMAIL1',
} as const;

const samples = !existsSync(FOLDER)
  ? []
  : readdirSync(FOLDER).flatMap((name) => {
      const [text = '', end] = [name.split('.')[0], name.slice(name.indexOf('.') + 1, -'.csv'.length)];
      const encoding = ENCODINGS.find(([known]) => known === end);
      return encoding ? [{ name, truth: `${text}.truth.utf8.csv`, encoding: encoding[1] }] : [];
    });

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe.skipIf(samples.length === 0)(`samples in many encodings (in ${FOLDER}; skipped where there is no such folder)`, () => {
  const imported = async (name: string, encoding?: string) => {
    const actor = await makeActor(db);
    const done = await runImport(actor, readFileSync(join(FOLDER, name)), { fileName: name, mapping: MAPPING, readOptions: { encoding } });
    return { done, institutionId: actor.institutionId };
  };

  it.each(samples)('$name becomes the contacts of its truth', async ({ name, truth, encoding }) => {
    const expected = await imported(truth);
    const { done, institutionId } = await imported(name, encoding);
    expect(done.counts).toEqual(expected.done.counts);
    expect(done.balanced).toBe(true);
    expect(await digestOfContacts(db, institutionId)).toBe(await digestOfContacts(db, expected.institutionId));

    const records = readFileSync(join(FOLDER, truth), 'utf8').trim().split(/\r?\n/).slice(1);
    const lastNames = records.map((record) => record.split(/[,;]/)[2]);
    const stored = await db.ownerQuery<{ last_name: string }>(`SELECT last_name FROM contact WHERE institution_id = $1 AND kind <> 'structure'`, [
      institutionId,
    ]);
    expect(stored.map(({ last_name }) => last_name).sort()).toEqual(lastNames.sort());
  });
});
