import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { env } from '@/lib/server/env';
import { changeSettings } from '@/lib/server/institutions/change-settings';
import { fileStore } from '@/lib/server/storage/file-store';
import { uploadPath } from '@/lib/server/uploads/upload-folder';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, makeReadImport, runImport } from '@/lib/testing/run-import';
import { createImport } from './create-import';
import { getImport } from './get-import';
import { getPlan } from './get-plan';
import { listChanges } from './list-changes';
import { previewImport } from './preview-import';
import { purgeImports } from './purge-imports';
import { retryImport } from './retry-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
const purge = (days: number, signal = new AbortController().signal) => purgeImports(inDays(days), signal);
const header = 'CONTACT_NR;LASTNAME;FUNCTION;EMAIL1;BIRTHDATE';
const FILE = `${header}\n5;Zquagga;Zchair;zquagga@example.org;31.02.1979\n6;Zquagga;;;\n;;;;\n`;
const fileOf = async (importId: number) =>
  (await db.ownerQuery<{ key: string }>('SELECT key FROM stored_file WHERE id = (SELECT file_id FROM import WHERE id = $1)', [importId]))[0]?.key ??
  '';
const isStored = async (importId: number) => {
  const key = await fileOf(importId);
  return fileStore()
    .size(key)
    .then(
      () => true,
      () => false,
    );
};

/** The tables, beside those of contacts, in which a value of the file can still be found. */
async function tablesWith(value: string): Promise<string[]> {
  const tables = await db.ownerQuery<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name !~ '^contact'`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db.ownerQuery<{ count: number }>(
        `SELECT count(*)::int AS count FROM "${name}" t WHERE position(lower($1) IN lower(t::text)) > 0`,
        [value],
      );
      return row?.count ? [name] : [];
    }),
  );
  return found.flat().sort();
}

describe('an import whose time is over', () => {
  it('keeps no value of its file anywhere, and all that tells what it did', async () => {
    const before = await runImport(actor, FILE);
    const update = await runImport(actor, FILE.replaceAll('Zchair', 'Zclerk'));
    expect(await tablesWith('zquagga')).toEqual(['import', 'import_row', 'plan_change']);
    const contacts = await digestOfContacts(db, actor.institutionId);
    await purge(91);
    for (const value of ['zquagga', 'zchair', 'zclerk', '31.02.1979']) expect(await tablesWith(value)).toEqual([]);
    expect(await digestOfContacts(db, actor.institutionId)).toBe(contacts);
    for (const { id, counts } of [before, update]) {
      expect(await getImport(actor, { importId: id })).toMatchObject({ state: 'applied', counts, balanced: true, profile: null });
      expect((await getImport(actor, { importId: id })).purgedAt).not.toBeNull();
      expect(await isStored(id)).toBe(false);
    }
    const { changes } = await listChanges(actor, { importId: update.id, kind: 'update' });
    expect(changes.map(({ kind, contactNumber, before, after }) => [kind, contactNumber, before, after])).toEqual([
      ['update', '5', {}, { FUNCTION: null }],
    ]);
    expect((await getPlan(actor, { importId: update.id })).changedFields).toEqual([{ field: 'FUNCTION', count: 1 }]);
    const buckets = await db.ownerQuery('SELECT row, bucket FROM import_row WHERE import_id = $1 ORDER BY row', [before.id]);
    expect(buckets.map(({ bucket }) => bucket)).toEqual(['created', 'created', 'refused']);
    const events = await db.ownerQuery('SELECT details FROM audit_event WHERE action = $1 AND subject = $2', ['import.purge', `import:${before.id}`]);
    expect(events).toEqual([{ details: { rows: 3 } }]);
  });

  it('is purged once, and says so to whoever works with it', async () => {
    const { id } = await runImport(actor, FILE);
    await purge(91);
    const first = await getImport(actor, { importId: id });
    await purge(95);
    expect(await getImport(actor, { importId: id })).toEqual(first);
    await expect(previewImport(actor, { importId: id, options: {} })).rejects.toMatchObject({ code: 'import-purged' });
  });

  it.each([
    ['was never looked at', () => makeReadImport(actor, FILE)],
    ['was planned and never confirmed', () => makePlannedImport(actor, FILE)],
  ])('is cancelled where it %s', async (_, make) => {
    const importId = await make();
    await purge(91);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'cancelled', profile: null, reading: null });
    expect(await isStored(importId)).toBe(false);
    expect(await tablesWith('zquagga')).toEqual([]);
  });

  it('takes what had arrived of an abandoned upload with it', async () => {
    const { importId } = await createImport(actor, { fileName: 'members.csv', size: 10, environment: 'P' });
    const key = await fileOf(importId);
    mkdirSync(join(env().dataDir, 'uploads'), { recursive: true });
    for (const end of ['', '.json']) writeFileSync(`${uploadPath(key)}${end}`, 'Zquagga');
    await purge(91);
    expect(readdirSync(join(env().dataDir, 'uploads')).filter((name) => name.startsWith(key))).toEqual([]);
    expect((await getImport(actor, { importId })).state).toBe('cancelled');
  });

  it('that was interrupted while it wrote stays failed, and cannot be tried again', async () => {
    const importId = await makePlannedImport(actor, FILE);
    await confirm(actor, importId);
    await db.ownerQuery(`UPDATE import SET state = 'failed' WHERE id = $1`, [importId]);
    await purge(91);
    expect((await getImport(actor, { importId })).state).toBe('failed');
    await expect(retryImport(actor, { importId })).rejects.toMatchObject({ code: 'import-purged' });
  });
});

describe('an import', () => {
  it('stays whole as long as its institution keeps it, which the institution decides', async () => {
    const { id } = await runImport(actor, FILE);
    await purge(89);
    expect((await getImport(actor, { importId: id })).purgedAt).toBeNull();
    await changeSettings(actor, { retentionDays: 200 });
    await purge(199);
    expect((await getImport(actor, { importId: id })).purgedAt).toBeNull();
    await changeSettings(actor, { retentionDays: 7 });
    await purge(8);
    expect((await getImport(actor, { importId: id })).purgedAt).not.toBeNull();
  });

  it('that is being worked on is left alone, whatever its age', async () => {
    const importId = await makePlannedImport(actor, FILE);
    await confirm(actor, importId);
    await purge(400);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'applying', purgedAt: null });
  });

  it('whose purge was interrupted is none any more, and the next purge ends it', async () => {
    const { id } = await runImport(actor, FILE);
    let looks = 0;
    const signal = {
      get aborted() {
        return ++looks > 2;
      },
    } as AbortSignal;
    await purge(91, signal);
    expect((await getImport(actor, { importId: id })).purgedAt).not.toBeNull();
    expect(await isStored(id)).toBe(true);
    await purge(1);
    expect(await isStored(id)).toBe(false);
    const left = await db.ownerQuery(`SELECT FROM import_row WHERE import_id = $1 AND cells <> '{}'`, [id]);
    expect(left).toEqual([]);
  });
});
