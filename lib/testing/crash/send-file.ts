import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@/lib/server/actor';
import { ACTOR_HEADER } from './take-uploads';

/** Bytes of one request: few, so that there are many moments to be interrupted in. */
const PART = 100_000;
const PAUSE_MS = 20;

const TUS = { 'tus-resumable': '1.0.0' };

/** Sends a file for an import as a browser does: what has arrived is asked for, and sending begins anew where nothing is known of it. */
export async function sendFile(origin: string, actor: Actor, importId: number, bytes: Buffer): Promise<void> {
  const headers = { ...TUS, [ACTOR_HEADER]: JSON.stringify(actor) };
  const metadata = `importId ${Buffer.from(String(importId)).toString('base64')}`;
  let location: string | null = null;
  const step = async (): Promise<boolean> => {
    if (location === null) {
      const begin = { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata };
      const begun = await fetch(`${origin}/api/uploads`, { method: 'POST', headers: begin });
      location = begun.headers.get('location');
      // Nothing more is awaited: the answer that said so was lost.
      return begun.status === 409;
    }
    const head = await fetch(`${origin}${location}`, { method: 'HEAD', headers });
    if (head.status === 404 || head.status === 410) location = null;
    if (!head.ok) return false;
    const at = Number(head.headers.get('upload-offset'));
    if (at === bytes.length) return true;
    const body = new Uint8Array(bytes.subarray(at, at + PART));
    const patch = { ...headers, 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' };
    await fetch(`${origin}${location}`, { method: 'PATCH', headers: patch, body });
    return false;
  };
  while (!(await step().catch(() => false))) await wait(PAUSE_MS);
}
