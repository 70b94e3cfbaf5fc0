'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { ListedRow, RowFilter } from '@/components/import/problem-shapes';
import type { TypedLetBack } from '@/components/removals/let-back';
import type { Answer } from '@/components/ui/answer';
import { listRows } from '@/lib/server/imports/list-rows';
import { overrideErased } from '@/lib/server/removals/override-erased';

const id = z.int().positive();

/** One page of the file's rows. */
export async function loadRows(
  importId: number,
  filter: RowFilter & { offset: number; limit: number },
): Promise<Answer<{ total: number; rows: ListedRow[] }>> {
  return answer((actor) => listRows(actor, { ...filter, importId: id.parse(importId) }));
}

/** Lets people who were erased come back with the import, which is planned anew. */
export async function letBack(importId: number, typed: TypedLetBack): Promise<Answer<void>> {
  const answered = await answer((actor) => overrideErased(actor, { ...typed, importId: id.parse(importId) }));
  if (answered.ok) revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}
