import { createHash } from 'node:crypto';
import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { env } from '@/lib/server/env';
import { cancelImport } from '@/lib/server/imports/cancel-import';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport } from '@/lib/server/imports/get-import';
import { retryImport } from '@/lib/server/imports/retry-import';
import { fileStore } from '@/lib/server/storage/file-store';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { handleUpload } from './handle-upload';
import { uploadPath } from './upload-folder';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const FILE = Buffer.from('EMAIL1;LASTNAME\nada@example.org;Lovelace\nalan@example.org;Turing\n');
const ORIGIN = 'http://foyer.test';
const TUS = { 'tus-resumable': '1.0.0' };

const begin = (importId: number, size: number, who = actor) =>
  handleUpload(
    new Request(`${ORIGIN}/api/uploads`, {
      method: 'POST',
      headers: { ...TUS, 'upload-length': String(size), 'upload-metadata': `importId ${Buffer.from(String(importId)).toString('base64')}` },
    }),
    who,
  );

const send = (location: string, bytes: Buffer, offset: number, who = actor) =>
  handleUpload(
    new Request(`${ORIGIN}${location}`, {
      method: 'PATCH',
      headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(bytes),
    }),
    who,
  );

const ask = (location: string, who = actor) => handleUpload(new Request(`${ORIGIN}${location}`, { method: 'HEAD', headers: TUS }), who);

const create = () => createImport(actor, { fileName: 'members.csv', size: FILE.length, environment: 'P' });

async function begun(): Promise<{ importId: number; location: string }> {
  const { importId } = await create();
  const response = await begin(importId, FILE.length);
  expect(response.status).toBe(201);
  return { importId, location: response.headers.get('location') ?? '' };
}

const keyOf = (location: string) => location.split('/').at(-1) ?? '';

/** What the folder of unfinished uploads has of one. */
const partsOf = (location: string) => readdirSync(join(env().dataDir, 'uploads')).filter((name) => name.startsWith(keyOf(location)));

const jobsOf = async (importId: number) =>
  (await db.ownerQuery(`SELECT name, state FROM pgboss.job WHERE (data->>'importId')::int = $1`, [importId])) as { name: string; state: string }[];

const refusalOf = async (response: Response) => ({ status: response.status, code: (await response.json()).error.code });

describe('an upload', () => {
  it('that arrives is stored, hashed, and sent on to be read in the same commit', async () => {
    const { importId, location } = await begun();
    expect((await send(location, FILE, 0)).status).toBe(204);
    const detail = await getImport(actor, { importId });
    expect(detail).toMatchObject({ state: 'reading', size: FILE.length, sha256: createHash('sha256').update(FILE).digest('hex') });
    expect(await jobsOf(importId)).toEqual([{ name: 'read-import', state: 'created' }]);
    const [file] = await db.ownerQuery<{ key: string }>('SELECT f.key FROM stored_file f JOIN import i ON i.file_id = f.id WHERE i.id = $1', [
      importId,
    ]);
    expect(await fileStore().size(file?.key ?? '')).toBe(FILE.length);
    expect(location).toBe(`/api/uploads/${file?.key}`);
    expect(partsOf(location)).toEqual([]);
  });

  it('that was interrupted goes on where it stopped', async () => {
    const { importId, location } = await begun();
    await send(location, FILE.subarray(0, 20), 0);
    const head = await ask(location);
    expect(head.headers.get('upload-offset')).toBe('20');
    expect((await send(location, FILE.subarray(5), 5)).status).toBe(409);
    expect((await send(location, FILE.subarray(20), 20)).status).toBe(204);
    expect((await getImport(actor, { importId })).sha256).toBe(createHash('sha256').update(FILE).digest('hex'));
  });

  it('whose last answer was lost is found complete, and starts nothing twice', async () => {
    const { importId, location } = await begun();
    await send(location, FILE, 0);
    const head = await ask(location);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, String(FILE.length)]);
    expect(await refusalOf(await send(location, FILE, 0))).toEqual({ status: 409, code: 'import-state' });
    expect(await jobsOf(importId)).toHaveLength(1);
  });

  it('that could not be stored is stored when the browser asks again', async () => {
    const { importId, location } = await begun();
    const take = vi.spyOn(fileStore(), 'take').mockRejectedValueOnce(new Error('the bucket does not answer'));
    expect((await send(location, FILE, 0)).status).toBe(500);
    take.mockRestore();
    expect((await getImport(actor, { importId })).state).toBe('uploading');
    expect((await ask(location)).status).toBe(200);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'reading', size: FILE.length });
  });

  it('of an empty file is complete at once', async () => {
    const { importId } = await create();
    expect((await begin(importId, 0)).status).toBe(201);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'reading', size: 0 });
  });

  it('to another institution does not exist, neither to begin nor to go on', async () => {
    const { importId, location } = await begun();
    const stranger = await makeActor(db);
    expect(await refusalOf(await begin(importId, 10, stranger))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusalOf(await ask(location, stranger))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusalOf(await send(location, FILE, 0, stranger))).toEqual({ status: 404, code: 'not-found' });
    expect((await ask(location)).headers.get('upload-offset')).toBe('0');
  });

  it('without an import, or with a path for a key, is not found', async () => {
    const bare = await handleUpload(new Request(`${ORIGIN}/api/uploads`, { method: 'POST', headers: { ...TUS, 'upload-length': '3' } }), actor);
    expect(await refusalOf(bare)).toEqual({ status: 404, code: 'not-found' });
    expect(await refusalOf(await ask('/api/uploads/..%2f..%2fsecret'))).toEqual({ status: 404, code: 'not-found' });
  });

  it('by a role that may not import is refused', async () => {
    const { location } = await begun();
    const approver: Actor = { ...actor, roles: ['approver'] };
    expect(await refusalOf(await ask(location, approver))).toEqual({ status: 403, code: 'forbidden' });
  });

  it('of an import that was cancelled goes, and cannot go on', async () => {
    const { importId, location } = await begun();
    await send(location, FILE.subarray(0, 20), 0);
    expect(partsOf(location)).toHaveLength(2);
    await cancelImport(actor, { importId });
    expect(partsOf(location)).toEqual([]);
    expect(await refusalOf(await send(location, FILE, 20))).toEqual({ status: 409, code: 'import-state' });
  });

  it('over the limit is refused before a byte is sent', async () => {
    const { importId } = await create();
    expect(await refusalOf(await begin(importId, LIMITS.fileBytes + 1))).toEqual({ status: 413, code: 'file-too-large' });
    const refused = createImport(actor, { fileName: 'huge.csv', size: LIMITS.fileBytes + 1, environment: 'P' });
    await expect(refused).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('that meets a full disk ends the import as failed, which can be tried again once there is room', async () => {
    const { importId, location } = await begun();
    const part = uploadPath(keyOf(location));
    rmSync(part);
    // The system's own full device: every write to it fails for want of room.
    symlinkSync('/dev/full', part);
    expect(await refusalOf(await send(location, FILE, 0))).toEqual({ status: 507, code: 'disk-full' });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
    rmSync(part);
    await retryImport(actor, { importId });
    expect((await begin(importId, FILE.length)).status).toBe(201);
    expect((await send(location, FILE, 0)).status).toBe(204);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'reading', error: null });
  });
});
