import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { retentionDays } from '@/lib/server/institutions/retention-days';
import { redoesRemoval } from './redoes-removal';
import { countReversible } from './reversible';
import { undoableUntil } from './undoable-until';

const input = z.object({ importId: z.int().positive() });

/** What of an import could be taken back, in contacts, and until when (ISO text). */
export interface UndoOffer {
  until: string;
  created: number;
  updated: number;
  removed: number;
}

/** What an undo of an import would take back; null where it wrote nothing, took away for ever all that it touched, took a removal back, is still under way, or was applied too long ago. Throws `not-found`. */
export async function getUndo(actor: Actor, request: z.input<typeof input>): Promise<UndoOffer | null> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId }, include: { undone: true } });
    if (!found) throw notFound('import');
    const until = undoableUntil(found, await retentionDays(db, institutionId));
    if (redoesRemoval(found)) return null;
    if (found.purgeBegunAt || !until || until < new Date() || found.state === 'applying' || found.state === 'paused') return null;
    const groups = await countReversible(db, found);
    const count = (outcome: 'created' | 'updated' | 'removed') => groups.find((group) => group.outcome === outcome)?.count ?? 0;
    const offer = { until: until.toISOString(), created: count('created'), updated: count('updated'), removed: count('removed') };
    return offer.created + offer.updated + offer.removed > 0 ? offer : null;
  });
}
