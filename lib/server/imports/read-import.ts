import type { ReadOptions } from '@/lib/engine';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import type { StoredFile } from '@/lib/server/generated/prisma/client';
import { type JobControl, type JobHandler, JobStopped } from '@/lib/server/jobs/job-control';
import { fileStore } from '@/lib/server/storage/file-store';
import type { FileProfile, ReadMessage, ReadTask } from '@/lib/server/threads/read-task';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { asJson } from './as-json';
import { sameOptions } from './read-options';
import { recogniseFile } from './recognise-file';
import { refuseErased } from './refuse-erased';
import { moveImport } from './state';

async function profile(file: StoredFile, options: ReadOptions, control: JobControl): Promise<FileProfile> {
  const local = await fileStore().local(file.key);
  const onMessage = async ({ rows }: ReadMessage) => {
    await control.report({ stage: 'reading', done: rows, total: null });
  };
  try {
    const task = { kind: 'profile', path: local.path, name: file.name, options } satisfies ReadTask;
    return await runInThread<FileProfile, ReadMessage>('read', task, { onMessage, signal: control.signal });
  } finally {
    await local.release();
  }
}

async function load(db: Db, importId: number): Promise<{ file: StoredFile; options: ReadOptions }> {
  const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
  if (found?.state !== 'reading') throw new JobStopped('cancelled');
  refuseErased(found.file);
  return { file: found.file, options: (found.readOptions ?? {}) as ReadOptions };
}

/** Keeps what was read, unless the person has meanwhile changed how to read: then false. */
async function keep(db: Db, importId: number, read: FileProfile, options: ReadOptions): Promise<boolean> {
  await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
  const current = await load(db, importId);
  if (!sameOptions(current.options, options)) return false;
  await moveImport(db, importId, 'read', { reading: asJson(read.reading), profile: asJson(read.profile) });
  await recogniseFile(db, importId);
  return true;
}

/** A file that was understood and yet gives nothing to import says why; what was understood is shown all the same. */
async function withoutRows(db: Db, importId: number, { reading }: FileProfile): Promise<AppError> {
  await db.import.updateMany({ where: { id: importId, state: 'reading' }, data: { reading: asJson(reading) } });
  return new AppError(reading.header.some((text) => text !== '') ? 'no-rows' : 'empty-file');
}

/**
 * Job read-import: goes through the whole file and keeps what was understood and how its columns are filled. When the person
 * changes how to read while it lasts, it begins again, and a refusal of the former way does not count. A file of a known recipe goes on from there.
 */
export const readImport: JobHandler = async ({ institutionId, importId }, control) => {
  const scope = { kind: 'institution', institutionId } as const;
  for (let kept = false; !kept; ) {
    await control.checkpoint();
    const { file, options } = await inScope(scope, (db) => load(db, importId));
    try {
      const read = await profile(file, options, control);
      if (read.rows === 0) throw await inScope(scope, (db) => withoutRows(db, importId, read));
      kept = await inScope(scope, (db) => keep(db, importId, read, options));
    } catch (error) {
      const current = await inScope(scope, (db) => load(db, importId));
      if (!(error instanceof AppError) || sameOptions(current.options, options)) throw error;
    }
  }
};
