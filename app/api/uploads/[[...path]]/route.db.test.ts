import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport } from '@/lib/server/imports/get-import';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { HEAD, PATCH, POST } from './route';

const session = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock('@/lib/server/auth/current-session', () => ({
  requireActor: async () => {
    if (!session.actor) throw new AppError('signed-out', {}, 401);
    return session.actor;
  },
}));

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
});
afterAll(() => db.close());

const FILE = Buffer.from('EMAIL1\nada@example.org\n');
const ADDRESS = 'http://foyer.test';
const TUS = { 'tus-resumable': '1.0.0' };

const part = (location: string, from: number, to: number) =>
  PATCH(
    new Request(`${ADDRESS}${location}`, {
      method: 'PATCH',
      headers: { ...TUS, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(FILE.subarray(from, to)),
    }),
  );

describe('the upload route', () => {
  it('refuses whoever is signed out in the middle, and goes on after they signed in again', async () => {
    session.actor = actor;
    const { importId } = await createImport(actor, { fileName: 'members.csv', size: FILE.length, environment: 'P' });
    const metadata = `importId ${Buffer.from(String(importId)).toString('base64')}`;
    const headers = { ...TUS, 'upload-length': String(FILE.length), 'upload-metadata': metadata };
    const begun = await POST(new Request(`${ADDRESS}/api/uploads`, { method: 'POST', headers }));
    const location = begun.headers.get('location') ?? '';
    expect((await part(location, 0, 9)).status).toBe(204);

    session.actor = null;
    const refused = await part(location, 9, FILE.length);
    expect([refused.status, await refused.json()]).toEqual([401, { error: { code: 'signed-out', params: {} } }]);
    expect((await getImport(actor, { importId })).state).toBe('uploading');

    session.actor = actor;
    const head = await HEAD(new Request(`${ADDRESS}${location}`, { method: 'HEAD', headers: TUS }));
    expect(head.headers.get('upload-offset')).toBe('9');
    expect((await part(location, 9, FILE.length)).status).toBe(204);
    expect((await getImport(actor, { importId })).state).toBe('reading');
  });
});
