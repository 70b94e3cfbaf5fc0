import { z } from 'zod';
import { fieldOf, type ImportRules, isColumnKey, type Mapping, type Reading } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { enqueue } from '@/lib/server/jobs/queue';
import { asJson } from './as-json';
import { importRules, refuseUnproved } from './import-rules';
import { recipeFingerprint } from './recipe-fingerprint';
import { refuseErased } from './refuse-erased';
import { moveImport, refuseWritten, UNCONFIRMED, UNTRIED } from './state';

const input = z.object({
  importId: z.int().positive(),
  /** Column index (0-based) to the key of what it holds; null or absent: not imported. */
  mapping: z.record(z.string().regex(/^\d+$/), z.custom<string>((value) => typeof value === 'string' && isColumnKey(value)).nullable()),
  rules: importRules.default({}),
});

/**
 * Takes the mapping of an import and its rules, remembers it for files with the same header, and has the plan made.
 * Throws `consent-source-needed` when refusals are to be undone without proof, `mapping-empty` when no column is imported, `mapping-twice` when two columns go to one field, and `not-read` when the file could
 * not be read so far, `file-erased` when the file was taken away because a person in it was erased; what requireDefining throws where unknown
 * criteria are to be defined.
 */
export async function acceptMapping(actor: Actor, request: { importId: number; mapping: Mapping; rules?: ImportRules }): Promise<void> {
  requirePermission(actor, 'import.create');
  const { importId, mapping: given, rules } = input.parse(request);
  const mapping = given as Mapping;
  refuseUnclear(mapping);
  refuseUnproved(rules);
  const { institutionId, userId } = actor;
  await inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId }, select: { reading: true, profile: true, file: true } });
    if (!found) throw notFound('import');
    refuseErased(found.file);
    if (!found.profile) throw new AppError('not-read', {}, 409);
    if (rules.defineUnknown) await requireDefining(db, actor);
    await refuseWritten(db, importId);
    await moveImport(db, importId, 'planning', { ...UNTRIED, ...UNCONFIRMED, mapping: asJson(mapping), rules: asJson(rules), planHash: null });
    await remember(db, actor, (found.reading as Reading | null)?.header ?? [], mapping);
    await recordEvent(db, { action: 'import.map', subject: `import:${importId}`, details: { columns: Object.keys(mapping).length, ...told(rules) } });
    await enqueue('plan-import', { institutionId, importId }, { db });
  });
}

/** The rules of an import as the audit trail names them. */
const told = ({ lenient, defineUnknown, raiseConsents, structureNumber, allOrNothing }: ImportRules) => ({
  ...(lenient && { lenient }),
  ...(defineUnknown && { defineUnknown }),
  ...(raiseConsents && { consentSource: raiseConsents.source }),
  ...(structureNumber && { structureNumber }),
  ...(allOrNothing && { allOrNothing }),
});

/** Throws `mapping-empty` or `mapping-twice`. */
export function refuseUnclear(mapping: Mapping): void {
  const fields = Object.values(mapping).filter((field) => field !== null);
  if (fields.length === 0) throw new AppError('mapping-empty');
  const twice = fields.find((field, at) => fields.indexOf(field) !== at && !fieldOf(field)?.severalColumns);
  if (twice) throw new AppError('mapping-twice', { field: twice });
}

async function remember(db: Db, { institutionId, userId }: Actor, header: string[], mapping: Mapping): Promise<void> {
  const fingerprint = recipeFingerprint(header);
  const recipe = { mapping: asJson(mapping), updatedBy: userId, updatedAt: new Date() };
  await db.recipe.upsert({
    where: { institutionId_fingerprint: { institutionId, fingerprint } },
    create: { institutionId, fingerprint, ...recipe },
    update: recipe,
  });
}
