import { MemoryLocker, Metadata, Server } from '@tus/server';
import { z } from 'zod';
import { LIMITS } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { AppError, notFound } from '@/lib/server/errors';
import { fileTooLarge } from '@/lib/server/imports/create-import';
import { failImport } from '@/lib/server/imports/fail-import';
import { findUpload, type UploadTarget } from './find-upload';
import { finishUpload } from './finish-upload';
import { refusal, refusalBody } from './refusal';
import { isDiskFull, UploadFolder } from './upload-folder';

/** Where the protocol lives; the rest of the path is the key of an upload. */
const PATH = '/api/uploads';

const metadata = z.object({ importId: z.coerce.number().int().positive() });

/** What each request in hand is about: decided before the protocol's server sees it, needed when it calls back. */
const targets = new WeakMap<object, UploadTarget>();

/** Finishing in hand, by key: a request that is repeated while it lasts waits for the same end. */
const finishing = new Map<string, Promise<void>>();

function finish(target: UploadTarget): Promise<void> {
  const running = finishing.get(target.key) ?? finishUpload(target).finally(() => finishing.delete(target.key));
  finishing.set(target.key, running);
  return running;
}

/** Says in our own words what the protocol's server or the disk refused; a full disk also ends the import, to be tried again. */
async function answerTo(error: unknown, target: UploadTarget | undefined): Promise<{ status_code: number; body: string } | undefined> {
  if (isDiskFull(error)) {
    const full = new AppError('disk-full', {}, 507);
    if (target) await failImport(target, full);
    return { status_code: full.status, body: refusalBody(full) };
  }
  if (error instanceof AppError) return { status_code: error.status, body: refusalBody(error) };
  if ((error as { status_code?: number }).status_code === 413) return { status_code: 413, body: refusalBody(fileTooLarge()) };
  return undefined;
}

const makeServer = () =>
  new Server({
    path: PATH,
    datastore: new UploadFolder(),
    locker: new MemoryLocker(),
    relativeLocation: true,
    maxSize: LIMITS.fileBytes,
    // No other site may send files from its pages.
    allowedOrigins: [],
    namingFunction: (request) => targets.get(request)?.key ?? '',
    onUploadFinish: async (request) => {
      const target = targets.get(request);
      if (target) await finish(target);
      return {};
    },
    onResponseError: (request, error) => answerTo(error, targets.get(request)),
  });

let server: Server | undefined;

/** The metadata of a new upload; what is not in the protocol's form is the same as none. */
function metadataOf(request: Request): unknown {
  try {
    return Metadata.parse(request.headers.get('upload-metadata') ?? undefined);
  } catch {
    return {};
  }
}

function subject(request: Request): { importId: number } | { key: string } {
  if (request.method !== 'POST') return { key: new URL(request.url).pathname.slice(PATH.length + 1) };
  const parsed = metadata.safeParse(metadataOf(request));
  if (!parsed.success) throw notFound('import');
  return parsed.data;
}

const arrivedAnswer = (size: number) =>
  new Response(null, {
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(size), 'upload-length': String(size), 'cache-control': 'no-store' },
  });

/**
 * Answers one request of the tus protocol (POST begins an upload, PATCH sends bytes, HEAD asks how many arrived) for an import of
 * the actor's institution. The last byte finishes the upload. Refusals are JSON {error: {code, params}}.
 */
export async function handleUpload(request: Request, actor: Actor): Promise<Response> {
  try {
    const target = await findUpload(actor, subject(request));
    // Asked again after its last answer was lost on the way: it is all there.
    if (target.arrived !== null && request.method === 'HEAD') return arrivedAnswer(target.arrived);
    if (target.arrived !== null) throw new AppError('import-state', { state: 'reading', to: 'uploading' }, 409);
    server ??= makeServer();
    targets.set(request, target);
    const response = await server.handleWeb(request);
    await finishWhenComplete(request, response, target);
    return response;
  } catch (error) {
    return refusal(error);
  }
}

/** All bytes are there, yet the import still awaits them: finishing had failed, and nobody would send another byte. */
async function finishWhenComplete(request: Request, response: Response, target: UploadTarget): Promise<void> {
  if (request.method !== 'HEAD' || response.status !== 200) return;
  if (response.headers.get('upload-offset') === response.headers.get('upload-length')) await finish(target);
}
