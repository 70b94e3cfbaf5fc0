'use server';

import { z } from 'zod';
import { answer } from '@/app/acting';
import type { ListedRow, RowFilter } from '@/components/import/problem-shapes';
import type { Answer } from '@/components/ui/answer';
import { listRows } from '@/lib/server/imports/list-rows';

const id = z.int().positive();

/** One page of the file's rows. */
export async function loadRows(
  importId: number,
  filter: RowFilter & { offset: number; limit: number },
): Promise<Answer<{ total: number; rows: ListedRow[] }>> {
  return answer((actor) => listRows(actor, { ...filter, importId: id.parse(importId) }));
}
