'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { UndoScope } from '@/components/import/import-shapes';
import type { Answer } from '@/components/ui/answer';
import { undoImport } from '@/lib/server/imports/undo-import';

const id = z.int().positive();

/** Has the undo of the import planned; gives the import that will be its undo. */
export async function undo(importId: number, scope: UndoScope): Promise<Answer<{ importId: number }>> {
  const answered = await answer((actor) => undoImport(actor, { ...scope, importId: id.parse(importId) }));
  revalidatePath('/imports');
  return answered;
}
