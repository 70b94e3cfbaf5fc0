import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { fileStore } from '@/lib/server/storage/file-store';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs, uploadedImport } from '@/lib/testing/imports';
import { acceptReading } from './accept-reading';
import { cancelImport } from './cancel-import';
import { getImport } from './get-import';
import { previewImport } from './preview-import';
import { retryImport } from './retry-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const CSV = 'EMAIL1;LASTNAME;TOWN\nada@example.org;Lovelace;Genève\nalan@example.org;Turing;\n;Noether;Erlangen\n';

function workbook(sheets: Record<string, unknown[][]>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** A compound file with an EncryptedPackage, as Excel writes a workbook locked by a password: only its directory counts here. */
async function lockedWorkbook(): Promise<Uint8Array> {
  const { CFB } = await import('@e965/xlsx');
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptionInfo', new Uint8Array(64));
  CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(4096));
  return CFB.write(file, { type: 'buffer' }) as Uint8Array;
}

async function read(bytes: Uint8Array | string, name?: string) {
  const importId = await uploadedImport(actor, { bytes, name });
  await runJobs();
  return getImport(actor, { importId });
}

describe('reading an import', () => {
  it('keeps what was understood and how the columns are filled', async () => {
    const detail = await read(CSV);
    expect(detail).toMatchObject({ state: 'read', error: null, mapping: null, readOptions: {} });
    expect(detail.reading).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';', headerRow: 1, header: ['EMAIL1', 'LASTNAME', 'TOWN'] });
    expect(detail.profile?.map(({ filled, rows, distinct }) => ({ filled, rows, distinct }))).toEqual([
      { filled: 2, rows: 3, distinct: 2 },
      { filled: 3, rows: 3, distinct: 3 },
      { filled: 2, rows: 3, distinct: 2 },
    ]);
    expect(detail.suggestions?.map(({ field }) => field)).toEqual(['EMAIL1', 'LASTNAME', 'TOWN']);
  });

  it('reads a workbook', async () => {
    const detail = await read(
      workbook({
        People: [
          ['EMAIL1', 'ZIPCODE'],
          ['ada@example.org', '01200'],
        ],
      }),
      'people.xlsx',
    );
    expect(detail.reading).toMatchObject({ format: 'xlsx', header: ['EMAIL1', 'ZIPCODE'] });
    expect(detail.profile?.[1]?.samples).toEqual(['01200']);
  });

  it('remembers the mapping of the last file with the same header', async () => {
    const before = await read('Courriel;Divers\na@example.org;x\n');
    const { recipeFingerprint } = await import('@/lib/server/recipes/recipe-fingerprint');
    await db.ownerQuery('INSERT INTO recipe (institution_id, fingerprint, mapping, updated_by) VALUES ($1, $2, $3, $4)', [
      actor.institutionId,
      recipeFingerprint(before.reading?.header ?? []),
      { 0: 'EMAIL2', 1: 'REMARK' },
      actor.userId,
    ]);
    const detail = await getImport(actor, { importId: before.id });
    expect(detail.suggestions?.map(({ field }) => field)).toEqual(['EMAIL2', 'REMARK']);
  });

  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const wide = `${Array.from({ length: 5_000 }, (_, index) => `C${index}`).join(';')}\n${';'.repeat(4_999)}\n`;
  it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, { code: string; params?: object }]>([
    ['nothing at all', () => '', { code: 'empty-file' }],
    ['blank lines only', () => '\n\n\n', { code: 'empty-file' }],
    ['a header only', () => 'EMAIL1;LASTNAME\n', { code: 'no-rows' }],
    ['a picture', () => png, { code: 'unsupported-format', params: { kind: 'PNG' } }],
    ['a locked workbook', lockedWorkbook, { code: 'password-protected' }],
    [
      'half a workbook',
      () => workbook({ People: Array.from({ length: 500 }, (_, row) => [`x${row}`]) }).subarray(0, 4_000),
      { code: 'damaged-file' },
    ],
    ['5,000 columns', () => wide, { code: 'too-many-columns', params: { columns: 5_000, limit: LIMITS.columns } }],
  ])('ends as failed and says why, for a file with %s', async (_, bytes, error) => {
    const detail = await read(await bytes(), 'contacts.csv');
    expect(detail).toMatchObject({ state: 'failed', profile: null, error });
  });
});

describe('what a person settles about the reading', () => {
  it('is previewed without being kept', async () => {
    const importId = await uploadedImport(actor, { bytes: CSV });
    const preview = await previewImport(actor, { importId, options: { delimiter: ',' } });
    expect(preview.reading.delimiter).toBe(',');
    expect(preview.rows[0]?.cells).toEqual(['ada@example.org;Lovelace;Genève']);
    expect((await getImport(actor, { importId })).readOptions).toEqual({});
  });

  it('shows the first rows only', async () => {
    const importId = await uploadedImport(actor, { bytes: `EMAIL1;TOWN\n${'a@example.org;Bern\n'.repeat(500)}` });
    expect((await previewImport(actor, { importId, options: {} })).rows).toHaveLength(LIMITS.previewRows);
  });

  it('names why a file cannot be shown', async () => {
    const importId = await uploadedImport(actor, { bytes: '%PDF-1.7 and so on' });
    await expect(previewImport(actor, { importId, options: {} })).rejects.toMatchObject({ code: 'unsupported-format' });
  });

  it('reads the file again when it differs, and does nothing when it does not', async () => {
    const { id: importId } = await read(CSV);
    await acceptReading(actor, { importId, options: {} });
    expect((await getImport(actor, { importId })).state).toBe('read');
    await acceptReading(actor, { importId, options: { headerRow: null } });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'reading', profile: null, reading: null });
    await runJobs();
    const detail = await getImport(actor, { importId });
    expect(detail).toMatchObject({ state: 'read', readOptions: { headerRow: null } });
    expect(detail.profile?.[0]?.rows).toBe(4);
  });

  it.each([
    ['counts', CSV, 4],
    ['rescues a file that could not be used as it was read before', 'EMAIL1\n', 1],
  ])('%s also when it comes while the file is being read', async (_, bytes, rows) => {
    const importId = await uploadedImport(actor, { bytes });
    const store = fileStore();
    const open = store.local.bind(store);
    const local = vi.spyOn(store, 'local').mockImplementationOnce(async (key) => {
      await acceptReading(actor, { importId, options: { headerRow: null } });
      return open(key);
    });
    await runJobs();
    expect(local).toHaveBeenCalledTimes(2);
    local.mockRestore();
    const detail = await getImport(actor, { importId });
    expect(detail).toMatchObject({ state: 'read', readOptions: { headerRow: null } });
    expect(detail.profile?.[0]?.rows).toBe(rows);
  });

  it('rescues a book whose first sheet is empty', async () => {
    const failed = await read(workbook({ Cover: [], People: [['EMAIL1'], ['ada@example.org']] }));
    expect(failed).toMatchObject({ state: 'read', reading: { sheet: 1 } });
    await acceptReading(actor, { importId: failed.id, options: { sheet: 0 } });
    await runJobs();
    const empty = await getImport(actor, { importId: failed.id });
    expect(empty).toMatchObject({ state: 'failed', error: { code: 'empty-file' } });
    expect(empty.reading?.sheets.map(({ name }) => name)).toEqual(['Cover', 'People']);
    await acceptReading(actor, { importId: failed.id, options: { sheet: 1 } });
    await runJobs();
    expect(await getImport(actor, { importId: failed.id })).toMatchObject({ state: 'read', error: null });
  });
});

describe('a failed reading', () => {
  it('can be tried again as it is', async () => {
    const { id: importId } = await read('EMAIL1\n');
    await retryImport(actor, { importId });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'reading', error: null });
    await runJobs();
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'failed', error: { code: 'no-rows' } });
  });

  it('can be cancelled, and then is over', async () => {
    const { id: importId } = await read('');
    await cancelImport(actor, { importId });
    for (const act of [retryImport, cancelImport]) await expect(act(actor, { importId })).rejects.toMatchObject({ code: 'import-state' });
  });
});
