import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { endApplying } from './end-applying';
import { moveImport } from './state';

/** Of an apply that came to nothing before its first row was written, or took all back: there is no ledger of what was written. */
const NOTHING_WRITTEN = ['nothing-written', 'definitions-changed'];

/**
 * Ends an import as failed, with the code and parameters that say why; it stays and can be tried again. One that is being applied is
 * stopped, with the ledger of what was written. Where it has meanwhile been cancelled or has gone on, that stands.
 */
export async function failImport(job: ImportJob, { code, params }: Pick<AppError, 'code' | 'params'>): Promise<void> {
  const { institutionId, importId } = job;
  const scope = { kind: 'institution', institutionId } as const;
  if (!NOTHING_WRITTEN.includes(code) && (await inScopeSql(scope, (client) => endApplying(client, job, ['applying'], { code, params })))) return;
  try {
    await inScope(scope, (db) => moveImport(db, importId, 'failed', { error: { code, params } }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
