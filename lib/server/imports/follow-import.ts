import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import type { Progress } from '@/lib/server/jobs/job-control';
import { type WorkStatus, workStatus } from '@/lib/server/jobs/work-status';
import { isHeld } from './refuse-held';
import { RUNNING } from './state';

const input = z.object({ importId: z.int().positive() });

/** What is asked again and again while an import is worked on. */
export interface ImportGlance {
  state: ImportState;
  progress: Progress | null;
  /** null where nothing is under way. */
  work: WorkStatus | null;
  /** Whether it waits for somebody to accept that its file differs from the last one of its recipe. */
  held: boolean;
}

/** How an import stands at this moment, and nothing else of it. Throws `not-found`. */
export async function followImport(actor: Actor, request: z.input<typeof input>): Promise<ImportGlance> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  const found = await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.import.findUnique({ where: { id: importId }, select: { state: true, progress: true, drift: true, driftAcceptedAt: true } }),
  );
  if (!found) throw notFound('import');
  const { state, progress } = found;
  return { state, progress: progress as Progress | null, work: state in RUNNING ? await workStatus(importId) : null, held: isHeld(found) };
}
