import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { ImportRules } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import { acceptDrift } from './accept-drift';
import { acceptMapping } from './accept-mapping';
import { bringFile } from './bring-file';
import { confirmImport } from './confirm-import';
import { createImport } from './create-import';
import { getImport, type ImportDetail } from './get-import';
import { importRules } from './import-rules';
import { mappingOf } from './suggested-mapping';
import { type AwaitedImport, orAtRest, workUntil } from './work-until';

const input = z.object({
  /** On this machine's disk; the file is copied. */
  path: z.string().min(1),
  environment: z.enum(['PP', 'P']),
  rules: importRules.default({}),
  /** Goes on with a file that differs from the last one of its recipe. */
  acceptDrift: z.boolean().default(false),
});

/**
 * Takes a file all the way to contacts, by the use cases and jobs that the screens use: what waits for a person there is accepted as
 * suggested and planned, and a file of a recipe as that says. Works as a worker meanwhile. Gives the applied import with its ledger or, once `stopping` is aborted, the import as it
 * was left (see orAtRest); throws what refused it, `drift-refused` where it
 * differs from the last file of its recipe and that is not accepted, and the import stays to be looked at.
 */
export async function importFile(actor: Actor, request: z.input<typeof input>, stopping: AbortSignal): Promise<ImportDetail> {
  requirePermission(actor, 'import.confirm');
  const { path, environment, rules, acceptDrift: accepts } = input.parse(request);
  const { size } = await stat(path);
  const { importId } = await createImport(actor, { fileName: basename(path), size, environment });
  const awaited = { actor, importId, stopping };
  return orAtRest(awaited, async () => {
    await bringFile(actor, importId, path);
    await workUntilRead(awaited, accepts);
    const { planHash } = await planWith(awaited, rules);
    await confirmImport(actor, { importId, planHash: planHash ?? '' });
    return workUntil(['applied'], awaited);
  });
}

/** Works until the file is read, and until its plan is made where it is one of a recipe. Accepts what differs only where it was told to. */
async function workUntilRead(awaited: AwaitedImport, accepts: boolean): Promise<void> {
  const { actor, importId } = awaited;
  const { drift, driftAcceptedAt, recipe } = await workUntil(['read', 'planned'], awaited);
  if (drift.length === 0 || driftAcceptedAt !== null) return;
  const findings = [...new Set(drift.map(({ code }) => code))].join(', ');
  if (!accepts) throw new AppError('drift-refused', { recipe: recipe?.name ?? '', import: importId, findings }, 409);
  await acceptDrift(actor, { importId, goTo: 'plan' });
  await workUntil(['planned'], awaited);
}

/** Has the plan made as suggested, or as the recipe made it; again where more was asked for than the recipe knows. */
async function planWith(awaited: AwaitedImport, rules: ImportRules): Promise<ImportDetail> {
  const { actor, importId } = awaited;
  const found = await getImport(actor, { importId });
  if (found.state === 'planned' && Object.keys(rules).length === 0) return found;
  const { suggestions, suggestedEdits, recipe } = found;
  const mapping = found.mapping ?? mappingOf(suggestions ?? []);
  await acceptMapping(actor, { importId, mapping, edits: found.edits ?? suggestedEdits, rules: { ...recipe?.rules, ...rules } });
  return workUntil(['planned'], awaited);
}
