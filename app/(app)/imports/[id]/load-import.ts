import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { show } from '@/app/acting';
import type { ImportDetail, ImportGlance } from '@/components/import/import-shapes';
import { openSteps, type Step, stepOf } from '@/components/import/steps';
import { followImport } from '@/lib/server/imports/follow-import';
import { getImport } from '@/lib/server/imports/get-import';

const importId = z.coerce.number().int().positive();

/** The import of a page's address; asked of the database once per request. */
export const loadImport = cache((id: string): Promise<ImportDetail> => {
  const parsed = importId.safeParse(id);
  if (!parsed.success) notFound();
  return show((actor) => getImport(actor, { importId: parsed.data }));
});

/**
 * How an import stands, for a page that was drawn for its state: were that of a later moment taken, a move in between would go unseen and the
 * page would wait for it for ever.
 */
export const firstGlance = async ({ id, state }: Pick<ImportDetail, 'id' | 'state'>): Promise<ImportGlance> => ({
  ...(await show((actor) => followImport(actor, { importId: id }))),
  state,
});

/** The import for one of its steps; leads to the step that fits when this one is not open. */
export async function loadForStep(id: string, step: Step): Promise<ImportDetail> {
  const detail = await loadImport(id);
  if (!openSteps(detail).includes(step)) redirect(`/imports/${detail.id}/${stepOf(detail)}`);
  return detail;
}
