import { createHash, randomBytes } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { createImport } from '@/lib/server/imports/create-import';
import { getImport } from '@/lib/server/imports/get-import';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { handleUpload } from './handle-upload';

let db: TestDatabase;
let actor: Actor;
let server: Server;
let origin: string;
beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
  server = createServer(async (incoming, outgoing) => {
    const body = incoming.method === 'PATCH' ? (Readable.toWeb(incoming) as ReadableStream) : undefined;
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] satisfies [string, string]);
    const request = new Request(`${origin}${incoming.url}`, { method: incoming.method, headers, body, duplex: 'half' } as RequestInit);
    const answer = await handleUpload(request, actor);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await db.close();
});

const TUS = { 'tus-resumable': '1.0.0' };
const patchHeaders = (offset: number) => ({ ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' });

/** Sends `bytes` as part of a request that announces `announced` of them, then cuts the connection. */
async function sendAndBreak(location: string, bytes: Uint8Array, announced: number): Promise<void> {
  const sending = httpRequest(`${origin}${location}`, { method: 'PATCH', headers: { ...patchHeaders(0), 'content-length': announced } });
  sending.on('error', () => undefined);
  sending.write(bytes);
  await wait(300);
  sending.destroy();
}

describe('an upload over HTTP', () => {
  it('whose connection breaks in the middle of a request goes on with what had arrived', async () => {
    const file = randomBytes(3_000_000);
    const { importId } = await createImport(actor, { fileName: 'large.csv', size: file.length, environment: 'P' });
    const begun = await fetch(`${origin}/api/uploads`, {
      method: 'POST',
      headers: {
        ...TUS,
        'upload-length': String(file.length),
        'upload-metadata': `importId ${Buffer.from(String(importId)).toString('base64')}`,
      },
    });
    const location = begun.headers.get('location') ?? '';
    await sendAndBreak(location, file.subarray(0, 1_000_000), file.length);
    const head = await fetch(`${origin}${location}`, { method: 'HEAD', headers: TUS });
    const offset = Number(head.headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(1_000_000);
    const rest = await fetch(`${origin}${location}`, { method: 'PATCH', headers: patchHeaders(offset), body: file.subarray(offset) });
    expect(rest.status).toBe(204);
    expect(await getImport(actor, { importId })).toMatchObject({
      state: 'reading',
      size: file.length,
      sha256: createHash('sha256').update(file).digest('hex'),
    });
  });
});
