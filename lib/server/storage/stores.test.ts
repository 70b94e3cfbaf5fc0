import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { KEY, newKey } from './key';
import { S3Store } from './s3-store';

let folder: string;
let bucket: Server;
const objects = new Map<string, Buffer>();
let refusing = false;

/** As much of a bucket as the store uses: PUT, HEAD, GET and DELETE of whole objects. */
const makeBucket = () =>
  createServer(async (request, response) => {
    const name = new URL(request.url ?? '', 'http://bucket').pathname;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (refusing) return void response.writeHead(403).end();
    if (request.method === 'PUT') objects.set(name, Buffer.concat(chunks));
    if (request.method === 'DELETE') objects.delete(name);
    const object = objects.get(name);
    if (request.method === 'PUT' || request.method === 'DELETE') return void response.writeHead(200, { etag: '"x"' }).end();
    if (!object) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': object.length }).end(request.method === 'GET' ? object : undefined);
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-store-'));
  bucket = makeBucket();
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  bucket.closeAllConnections();
  bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

const s3Store = () =>
  new S3Store({
    S3_BUCKET: 'files-of-foyer',
    S3_ENDPOINT: `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`,
    S3_REGION: 'eu-central-1',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  });

function arrived(text: string): string {
  const path = join(folder, `arrived-${newKey()}`);
  writeFileSync(path, text);
  return path;
}

describe.each<[string, () => FileStore]>([
  ['a folder', () => new FolderStore(folder)],
  ['a bucket', s3Store],
])('files in %s', (_, makeStore) => {
  it('are taken, measured, read at any place, and removed', async () => {
    const store = makeStore();
    const key = newKey();
    const path = arrived('Zoë;Łódź\n');
    await store.take(key, path);
    expect(existsSync(path)).toBe(false);
    expect(await store.size(key)).toBe(Buffer.byteLength('Zoë;Łódź\n'));
    const file = await store.local(key);
    expect(readFileSync(file.path, 'utf8')).toBe('Zoë;Łódź\n');
    await file.release();
    await store.remove(key);
    await expect(store.size(key)).rejects.toThrow();
    await store.remove(key);
  });

  it('may be empty', async () => {
    const store = makeStore();
    const key = newKey();
    await store.take(key, arrived(''));
    expect(await store.size(key)).toBe(0);
  });

  it('that are not there cannot be read', async () => {
    await expect(makeStore().local(newKey())).rejects.toThrow();
  });
});

describe('a bucket', () => {
  it('that refuses a file leaves it where it was', async () => {
    refusing = true;
    const path = arrived('kept');
    await expect(s3Store().take(newKey(), path)).rejects.toThrow();
    refusing = false;
    expect(readFileSync(path, 'utf8')).toBe('kept');
  });

  it('gives copies that go when they are released', async () => {
    const store = s3Store();
    const key = newKey();
    await store.take(key, arrived('copy'));
    const file = await store.local(key);
    await file.release();
    expect(existsSync(file.path)).toBe(false);
  });
});

describe('a key', () => {
  it('is random and safe in a path', () => {
    const keys = Array.from({ length: 100 }, newKey);
    expect(new Set(keys).size).toBe(100);
    expect(keys.every((key) => KEY.test(key))).toBe(true);
  });

  it.each(['', '../x', 'A'.repeat(32), 'a'.repeat(31), `${'a'.repeat(32)}/x`])('is not %j', (text) => {
    expect(KEY.test(text)).toBe(false);
  });
});
