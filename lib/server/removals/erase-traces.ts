import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { RUNNING } from '@/lib/server/imports/state';
import { takeLease } from '@/lib/server/jobs/lease';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { log } from '@/lib/server/log';
import { fileStore } from '@/lib/server/storage/file-store';
import { discardUpload } from '@/lib/server/uploads/upload-folder';
import { findPeople, findTraces } from './find-traces';
import { forgetSamples } from './forget-samples';
import { wipeOwnPlan, wipeTraces } from './wipe-traces';

const running = Object.keys(RUNNING).map((state) => `'${state}'`);

/** Imports that erased people, whose traces are still about, and that nobody works on. */
const DUE = `
  SELECT id AS "importId", institution_id AS "institutionId" FROM import
  WHERE traces_due_at IS NOT NULL AND state NOT IN (${running.join(', ')}) ORDER BY traces_due_at LIMIT 10`;

const DONE = 'UPDATE import SET traces_due_at = NULL, traces_erased_at = now() WHERE id = $1';

/**
 * Takes away what is left, anywhere beside the contacts, of people whom removals erased: staged rows, problems, values in plans of all imports,
 * samples, uploaded files (docs/where-personal-data-lives.md). Done by every worker every few seconds; may be killed at any moment and repeated,
 * because what tells whom to look for goes last. Gives whether there is more to do.
 */
export async function eraseTraces(signal: AbortSignal): Promise<boolean> {
  const { rows: due } = await inScopeSql({ kind: 'system' }, (client) => client.query<ImportJob>(DUE));
  let erased = 0;
  for (const job of due) {
    if (signal.aborted) return false;
    const isErased = await eraseUnlessInHand(job).catch((error: unknown) => {
      // The others must not wait for it; it is due again in a moment.
      log.error({ err: error, importId: job.importId }, 'traces of erased people could not be taken away');
      return false;
    });
    if (isErased) erased++;
  }
  return erased > 0;
}

/** Nothing is planned or written in the institution meanwhile, so that no plan takes up values that are about to go. */
async function eraseUnlessInHand(job: ImportJob): Promise<boolean> {
  const lease = await takeLease([
    { kind: 'import', id: job.importId },
    { kind: 'institution', id: job.institutionId },
  ]);
  if (!lease) return false;
  try {
    await eraseTracesOf(job);
    return true;
  } finally {
    await lease.release();
  }
}

async function eraseTracesOf({ institutionId, importId }: ImportJob): Promise<void> {
  const scope = { kind: 'institution', institutionId } as const;
  const { people, keys, rows } = await inScopeSql(scope, async (client) => {
    const people = await findPeople(client, importId);
    await findTraces(client, importId);
    return { people, ...(await wipeTraces(client, importId)) };
  });
  for (const key of keys) {
    await discardUpload(key);
    await fileStore().remove(key);
  }
  await inScopeSql(scope, async (client) => {
    await findPeople(client, importId);
    await wipeOwnPlan(client, importId);
    await client.query(DONE, [importId]);
  });
  await inScope(scope, (db) =>
    recordEvent(db, { action: 'import.erase-traces', subject: `import:${importId}`, details: { people, rows, files: keys.length } }),
  );
  await forgetSamples();
}
