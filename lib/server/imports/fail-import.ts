import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { moveImport } from './state';

/**
 * Ends an import as failed, with the code and parameters that say why; it stays and can be tried again. Where it has meanwhile
 * been cancelled or has gone on, that stands.
 */
export async function failImport({ institutionId, importId }: ImportJob, { code, params }: Pick<AppError, 'code' | 'params'>): Promise<void> {
  try {
    await inScope({ kind: 'institution', institutionId }, (db) => moveImport(db, importId, 'failed', { error: { code, params } }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
