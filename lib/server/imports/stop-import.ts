import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScopeSql } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { endApplying } from './end-applying';
import { statesBefore } from './state';

const input = z.object({ importId: z.int().positive() });

/**
 * Ends the applying of an import where it is: what was written stays and is counted, the rows that were not reached are not imported, and
 * the rest can still be carried out later. Throws `not-found`, or `import-state` when it is not being applied.
 */
export async function stopImport(actor: Actor, request: z.input<typeof input>): Promise<void> {
  requirePermission(actor, 'import.confirm');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  await inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const ledger = await endApplying(client, { institutionId, importId }, statesBefore('stopped'), null);
    if (!ledger) {
      const { rows } = await client.query<{ state: string }>('SELECT state FROM import WHERE id = $1', [importId]);
      throw rows[0] ? new AppError('import-state', { state: rows[0].state, to: 'stopped' }, 409) : notFound('import');
    }
    const { created, updated, not_imported } = ledger;
    await recordEvent(client, { action: 'import.stop', subject: `import:${importId}`, details: { created, updated, notImported: not_imported } });
  });
}
