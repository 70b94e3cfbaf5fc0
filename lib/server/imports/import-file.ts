import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import type { ImportState } from '@/lib/server/generated/prisma/client';
import { workUntilSettled } from '@/lib/server/jobs/work-until-settled';
import { findUpload } from '@/lib/server/uploads/find-upload';
import { finishUpload } from '@/lib/server/uploads/finish-upload';
import { uploadPath } from '@/lib/server/uploads/upload-folder';
import { acceptMapping } from './accept-mapping';
import { confirmImport } from './confirm-import';
import { createImport } from './create-import';
import { getImport, type ImportDetail } from './get-import';
import { importRules } from './import-rules';
import { mappingOf } from './suggested-mapping';

const input = z.object({
  /** On this machine's disk; the file is copied. */
  path: z.string().min(1),
  environment: z.enum(['PP', 'P']),
  rules: importRules.default({}),
});

/**
 * Takes a file all the way to contacts, by the use cases and jobs that the screens use: what waits for a person there is accepted as
 * suggested and planned. Works as a worker meanwhile. Gives the applied import with its ledger; throws what refused it, and the import
 * stays to be looked at.
 */
export async function importFile(actor: Actor, request: z.input<typeof input>): Promise<ImportDetail> {
  requirePermission(actor, 'import.confirm');
  const { path, environment, rules } = input.parse(request);
  const { size } = await stat(path);
  const { importId } = await createImport(actor, { fileName: basename(path), size, environment });
  await bring(actor, importId, path);
  const { suggestions } = await settled(actor, importId, 'read');
  await acceptMapping(actor, { importId, mapping: mappingOf(suggestions ?? []), rules });
  const { planHash } = await settled(actor, importId, 'planned');
  await confirmImport(actor, { importId, planHash: planHash ?? '' });
  return settled(actor, importId, 'applied');
}

/** As if the file had been uploaded. */
async function bring(actor: Actor, importId: number, path: string): Promise<void> {
  const target = await findUpload(actor, { importId });
  await mkdir(dirname(uploadPath(target.key)), { recursive: true });
  await copyFile(path, uploadPath(target.key));
  await finishUpload(target);
}

/** Waits for the import to come to `wanted`; throws why it did not. */
async function settled(actor: Actor, importId: number, wanted: ImportState): Promise<ImportDetail> {
  const state = await workUntilSettled({ institutionId: actor.institutionId, importId });
  const detail = await getImport(actor, { importId });
  if (state === wanted) return detail;
  throw detail.error ? new AppError(detail.error.code, detail.error.params) : new AppError('import-state', { state, to: wanted }, 409);
}
