import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { RETENTION_DAYS } from '@/lib/server/institutions/settings';
import { takeLease } from '@/lib/server/jobs/lease';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { fileStore } from '@/lib/server/storage/file-store';
import { discardUpload } from '@/lib/server/uploads/upload-folder';
import { giveUpReplan } from './give-up-replan';
import { purgeRows } from './purge-rows';
import { RUNNING } from './state';

/** Imports taken in hand at a time. */
const BATCH = 50;

const running = Object.keys(RUNNING).map((state) => `'${state}'`);

/**
 * Imports that nobody works on and whose last step is longer ago than their institution keeps values, and those whose purge was interrupted. A
 * removal keeps its values until the traces of those whom it erased are gone, because it is from them that these are found.
 */
const DUE = `
  SELECT i.id AS "importId", i.institution_id AS "institutionId" FROM import i JOIN institution n ON n.id = i.institution_id
  WHERE i.purged_at IS NULL AND i.traces_due_at IS NULL AND i.state NOT IN (${running.join(', ')})
    AND (i.purge_begun_at IS NOT NULL
      OR i.updated_at < $1::timestamptz - make_interval(days => coalesce((n.settings->>'retentionDays')::int, ${RETENTION_DAYS})))
  ORDER BY i.updated_at LIMIT ${BATCH}`;

/** What nobody finished is cancelled; an import that was being written when it failed stays failed, because it did write. */
const BEGIN = `
  UPDATE import SET purge_begun_at = coalesce(purge_begun_at, $2),
    state = CASE WHEN state IN ('applied', 'cancelled') OR confirmed_at IS NOT NULL THEN state ELSE 'cancelled' END
  WHERE id = $1 AND state NOT IN (${running.join(', ')})`;

/** What reading found are values, too. */
const END = `
  UPDATE import SET purged_at = $2, reading = NULL, read_options = NULL, profile = NULL, edits = NULL, drift = NULL, progress = NULL WHERE id = $1`;

/**
 * Takes away the file, the rows, the issues and the values before and after each change of every import that its institution no longer keeps,
 * as of `now`. Counts, buckets, changed contacts and the names of the fields that were set remain, and so does the audit trail. May be killed
 * at any moment and repeated. Gives whether there is more to do.
 */
export async function purgeImports(now: Date, signal: AbortSignal): Promise<boolean> {
  const { rows: due } = await inScopeSql({ kind: 'system' }, (client) => client.query<ImportJob>(DUE, [now]));
  let purged = 0;
  for (const job of due) {
    if (signal.aborted) return false;
    if (await purgeUnlessInHand(job, now, signal)) purged++;
  }
  return due.length === BATCH && purged > 0;
}

async function purgeUnlessInHand(job: ImportJob, now: Date, signal: AbortSignal): Promise<boolean> {
  const lease = await takeLease([{ kind: 'import', id: job.importId }]);
  if (!lease) return false;
  try {
    return await purgeImport(job, now, signal);
  } finally {
    await lease.release();
  }
}

async function purgeImport({ institutionId, importId }: ImportJob, now: Date, signal: AbortSignal): Promise<boolean> {
  const scope = { kind: 'institution', institutionId } as const;
  const { rowCount: begun } = await inScopeSql(scope, async (client) => {
    await giveUpReplan(client, { institutionId, importId });
    return client.query(BEGIN, [importId, now]);
  });
  if (!begun) return false;
  const rows = await purgeRows({ institutionId, importId }, signal);
  if (rows === null) return false;
  await removeFile({ institutionId, importId });
  await inScope(scope, async (db) => {
    await db.$executeRawUnsafe(END, importId, now);
    await recordEvent(db, { action: 'import.purge', subject: `import:${importId}`, details: { rows } });
  });
  return true;
}

async function removeFile({ institutionId, importId }: ImportJob): Promise<void> {
  const file = await inScope({ kind: 'institution', institutionId }, async (db) => {
    const { file } = await db.import.findUniqueOrThrow({ where: { id: importId }, include: { file: true } });
    const others = await db.import.count({ where: { fileId: file.id, id: { not: importId }, purgeBegunAt: null } });
    return others === 0 ? file : null;
  });
  if (!file) return;
  await discardUpload(file.key);
  await fileStore().remove(file.key);
}
