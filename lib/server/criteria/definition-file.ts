import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS, type ReadDefinitions, readDefinitions } from '@/lib/engine';
import { env } from '@/lib/server/env';
import { AppError } from '@/lib/server/errors';
import type { FileTable, ReadTask } from '@/lib/server/threads/read-task';
import { runInThread } from '@/lib/server/threads/run-in-thread';

/** A file of definitions as a person sent it, or as it lies on this machine. */
export type DefinitionFile = { name: string; bytes: Uint8Array };

/**
 * Reads a file of definitions in a thread. Throws `definition-file-too-large`, `definition-file-unknown` where no row heads columns of
 * definitions, and what reading a file refuses.
 */
export async function readDefinitionFile({ name, bytes }: DefinitionFile): Promise<ReadDefinitions> {
  if (bytes.length === 0) throw new AppError('file-empty');
  if (bytes.length > LIMITS.definitionBytes) throw tooLarge();
  const folder = join(env().dataDir, 'definitions');
  const path = join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, bytes);
    // No row is the header yet: titles and templates put it below others.
    const task = { kind: 'table', path, name, options: { headerRow: null } } satisfies ReadTask;
    const table = await runInThread<FileTable>('read', task, { limitMs: LIMITS.previewMs });
    if (table.length > LIMITS.definitionRows) throw tooLarge();
    const read = readDefinitions(table);
    if (!read) throw new AppError('definition-file-unknown');
    return read;
  } finally {
    await rm(path, { force: true });
  }
}

const tooLarge = () => new AppError('definition-file-too-large', { rows: LIMITS.definitionRows, kilobytes: LIMITS.definitionBytes / 1000 }, 413);
