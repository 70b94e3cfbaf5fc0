import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { show } from '@/app/acting';
import type { ImportDetail } from '@/components/import/import-shapes';
import { openSteps, type Step, stepOf } from '@/components/import/steps';
import { getImport } from '@/lib/server/imports/get-import';

const importId = z.coerce.number().int().positive();

/** The import of a page's address; asked of the database once per request. */
export const loadImport = cache((id: string): Promise<ImportDetail> => {
  const parsed = importId.safeParse(id);
  if (!parsed.success) notFound();
  return show((actor) => getImport(actor, { importId: parsed.data }));
});

/** The import for one of its steps; leads to the step that fits when this one is not open. */
export async function loadForStep(id: string, step: Step): Promise<ImportDetail> {
  const detail = await loadImport(id);
  if (!openSteps(detail).includes(step)) redirect(`/imports/${detail.id}/${stepOf(detail)}`);
  return detail;
}
