import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { acceptMapping } from './accept-mapping';
import { bringFile } from './bring-file';
import { confirmImport } from './confirm-import';
import { createImport } from './create-import';
import type { ImportDetail } from './get-import';
import { importRules } from './import-rules';
import { mappingOf } from './suggested-mapping';
import { orAtRest, workUntil } from './work-until';

const input = z.object({
  /** On this machine's disk; the file is copied. */
  path: z.string().min(1),
  environment: z.enum(['PP', 'P']),
  rules: importRules.default({}),
});

/**
 * Takes a file all the way to contacts, by the use cases and jobs that the screens use: what waits for a person there is accepted as
 * suggested and planned. Works as a worker meanwhile. Gives the applied import with its ledger or, once `stopping` is aborted, the import as it
 * was left (see orAtRest); throws what refused it, and the import stays to be looked at.
 */
export async function importFile(actor: Actor, request: z.input<typeof input>, stopping: AbortSignal): Promise<ImportDetail> {
  requirePermission(actor, 'import.confirm');
  const { path, environment, rules } = input.parse(request);
  const { size } = await stat(path);
  const { importId } = await createImport(actor, { fileName: basename(path), size, environment });
  const awaited = { actor, importId, stopping };
  return orAtRest(awaited, async () => {
    await bringFile(actor, importId, path);
    const { suggestions, suggestedEdits } = await workUntil('read', awaited);
    await acceptMapping(actor, { importId, mapping: mappingOf(suggestions ?? []), edits: suggestedEdits, rules });
    const { planHash } = await workUntil('planned', awaited);
    await confirmImport(actor, { importId, planHash: planHash ?? '' });
    return workUntil('applied', awaited);
  });
}
