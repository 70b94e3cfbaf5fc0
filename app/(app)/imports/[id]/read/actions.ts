'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { Preview } from '@/components/import/read-step';
import type { Answer } from '@/components/ui/answer';
import type { ReadOptions } from '@/lib/engine';
import { acceptReading } from '@/lib/server/imports/accept-reading';
import { previewImport } from '@/lib/server/imports/preview-import';
import { readOptions } from '@/lib/server/imports/read-options';
import { unlockImport } from '@/lib/server/imports/unlock-import';

const id = z.int().positive();

/** The first rows of the file, read with these options. */
export async function preview(importId: number, options: ReadOptions): Promise<Answer<Preview>> {
  return answer((actor) => previewImport(actor, { importId: id.parse(importId), options: readOptions.parse(options) }));
}

/** Settles how the file is read. */
export async function accept(importId: number, options: ReadOptions): Promise<Answer<void>> {
  const answered = await answer((actor) => acceptReading(actor, { importId: id.parse(importId), options: readOptions.parse(options) }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

/** Opens a locked file with its password, which goes no further than this. */
export async function unlock(importId: number, password: string): Promise<Answer<void>> {
  const answered = await answer((actor) => unlockImport(actor, { importId: id.parse(importId), password: z.string().parse(password) }));
  revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}
