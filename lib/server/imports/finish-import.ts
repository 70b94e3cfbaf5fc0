import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import type { ImportDetail } from './get-import';
import { resumeImport } from './resume-import';
import { orAtRest, workUntil } from './work-until';

const input = z.object({ importId: z.int().positive() });

/**
 * Goes on with an import that was paused or stopped half-way and works as a worker until it is applied; once `stopping` is aborted it is
 * paused again. Gives the import. Throws what resumeImport throws.
 */
export async function finishImport(actor: Actor, request: z.input<typeof input>, stopping: AbortSignal): Promise<ImportDetail> {
  requirePermission(actor, 'import.confirm');
  const { importId } = input.parse(request);
  await resumeImport(actor, { importId });
  const awaited = { actor, importId, stopping };
  return orAtRest(awaited, () => workUntil(['applied'], awaited));
}
