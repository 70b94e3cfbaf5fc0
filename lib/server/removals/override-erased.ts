import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { asJson } from '@/lib/server/imports/as-json';
import { moveImport, UNPLANNED, UNTRIED } from '@/lib/server/imports/state';
import { enqueue } from '@/lib/server/jobs/queue';

/** On what ground people who were erased may come back: they asked for it, a contract or a law needs it, or they were erased by mistake. */
export const OVERRIDE_BASES = ['consent', 'contract', 'legal-obligation', 'mistake'] as const;
export type OverrideBasis = (typeof OVERRIDE_BASES)[number];

const input = z.object({
  importId: z.int().positive(),
  basis: z.enum(OVERRIDE_BASES),
  /** In words, for whoever asks later. */
  reason: z.string().trim().min(10).max(500),
});

/**
 * Lets people who were erased come back with an import that is planned, and has it planned again: its rows about them are then carried out like
 * any other once somebody confirms them. The ground is audited, the words stay with the import. Throws `not-found`, `import-state`, and
 * `nobody-erased` where no row is held for that.
 */
export async function overrideErased(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'erased.override');
  const { importId, basis, reason } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await db.$queryRaw`SELECT FROM import WHERE id = ${importId} FOR UPDATE`;
    const found = await db.import.findUnique({ where: { id: importId }, select: { state: true, kind: true, purpose: true } });
    if (!found) throw notFound('import');
    if (found.state !== 'planned') throw new AppError('import-state', { state: found.state, to: 'planning' }, 409);
    const rows = await db.importIssue.count({ where: { institutionId, importId, code: 'erased-person' } });
    if (rows === 0 || found.kind !== 'file' || found.purpose !== 'change') throw new AppError('nobody-erased', {}, 409);
    const erasedOverride = asJson({ basis, reason, userId, at: new Date().toISOString() });
    await moveImport(db, importId, 'planning', { ...UNPLANNED, ...UNTRIED, erasedOverride });
    await recordEvent(db, { action: 'import.override-erased', subject: `import:${importId}`, details: { basis, rows } });
    await enqueue('plan-import', { institutionId, importId }, { db });
  });
}
