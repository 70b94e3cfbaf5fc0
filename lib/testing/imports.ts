import type { Actor } from '@/lib/server/actor';
import { createImport } from '@/lib/server/imports/create-import';
import { runJob } from '@/lib/server/jobs/run-job';
import { takeJob } from '@/lib/server/jobs/take-job';
import { handleUpload } from '@/lib/server/uploads/handle-upload';

const ADDRESS = 'http://foyer.test';
const PROTOCOL = { 'tus-resumable': '1.0.0' };

interface FileToImport {
  name?: string;
  bytes: Uint8Array | string;
  environment?: 'PP' | 'P';
}

/** A new import whose file was sent as a browser sends it; its job to be read is queued. Gives the import's id. */
export async function uploadedImport(actor: Actor, { name = 'contacts.csv', bytes, environment = 'P' }: FileToImport): Promise<number> {
  const body = Buffer.from(bytes);
  const { importId } = await createImport(actor, { fileName: name, size: body.length, environment });
  const metadata = `importId ${Buffer.from(String(importId)).toString('base64')}`;
  const begin = { ...PROTOCOL, 'upload-length': String(body.length), 'upload-metadata': metadata };
  const begun = await handleUpload(new Request(`${ADDRESS}/api/uploads`, { method: 'POST', headers: begin }), actor);
  const location = begun.headers.get('location');
  if (!location) throw new Error(`The upload was refused: ${await begun.text()}`);
  if (body.length === 0) return importId;
  const send = { ...PROTOCOL, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const sent = await handleUpload(new Request(`${ADDRESS}${location}`, { method: 'PATCH', headers: send, body }), actor);
  if (sent.status !== 204) throw new Error(`The upload was refused: ${await sent.text()}`);
  return importId;
}

/** Handles every waiting job in this process, as a worker would, until none is left. Jobs that wait to be tried again are left. */
export async function runJobs(): Promise<void> {
  const next = () => takeJob({ turns: [], maxRows: null });
  for (let job = await next(); job; job = await next()) await runJob(job, new AbortController().signal);
}
