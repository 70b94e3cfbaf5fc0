import { z } from 'zod';
import {
  type ColumnProfile,
  type Edits,
  fieldOf,
  hasOpenValues,
  type ImportRules,
  type Mapping,
  mapsUnmade,
  mixedDates,
  NO_EDITS,
  type Reading,
  type ReadOptions,
} from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { type Db, inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import type { Import } from '@/lib/server/generated/prisma/client';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { enqueue } from '@/lib/server/jobs/queue';
import { storeRecipe } from '@/lib/server/recipes/store-recipe';
import { asJson } from './as-json';
import { columnMapping } from './column-mapping';
import { importRules, refuseUnproved } from './import-rules';
import { parseEdits } from './parse-edits';
import { refuseErased } from './refuse-erased';
import { refuseHeld } from './refuse-held';
import { moveImport, refuseWritten, UNCONFIRMED, UNPLANNED, UNTRIED } from './state';

const input = z.object({
  importId: z.int().positive(),
  mapping: columnMapping,
  edits: z.unknown().optional(),
  rules: importRules.default({}),
  asks: z.boolean().default(false),
});

/** Where an accepted mapping leads: to the plan, or to values that somebody has to say something of first. */
export type AfterMapping = 'plan' | 'values';

/**
 * Takes the mapping of an import, the edits before it and its rules, remembers it for files with the same header, and has the plan made: with
 * `asks` not before somebody said what the values are that nobody knows, where there are any.
 * Throws `consent-source-needed` when refusals are to be undone without proof, `mapping-empty` when no column is imported, `mapping-twice` when two columns go to one field and nobody decided how, `edits-unusable`, `edit-missing`, and `not-read` when the file could
 * not be read so far, `file-erased` when the file was taken away because a person in it was erased, `drift-held` while nobody took what differs from the last file of its recipe; what requireDefining throws where unknown
 * criteria are to be defined.
 */
export async function acceptMapping(
  actor: Actor,
  request: { importId: number; mapping: Mapping; edits?: Edits; rules?: ImportRules; asks?: boolean },
): Promise<AfterMapping> {
  requirePermission(actor, 'import.create');
  const { importId, mapping: given, edits: list, rules, asks } = input.parse(request);
  const [mapping, edits] = [given as Mapping, parseEdits(list ?? NO_EDITS)];
  refuseUnproved(rules);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true } });
    if (!found) throw notFound('import');
    refuseErased(found.file);
    if (!found.profile) throw new AppError('not-read', {}, 409);
    refuseHeld(found);
    const profile = found.profile as unknown as ColumnProfile[];
    refuseUnclear(mapping, edits, profile);
    if (rules.defineUnknown) await requireDefining(db, actor);
    await refuseWritten(db, importId);
    const isOpen =
      asks && found.purpose === 'change' && hasOpenValues(profile, mapping, edits, await getInstitutionContext(db, institutionId, { rules }));
    const recipe = await remember(db, actor, found, { mapping, edits, rules });
    const of = { recipeId: recipe.id, recipeVersion: recipe.version, passedAt: null };
    const settled = { mapping: asJson(mapping), edits: asJson(edits), rules: asJson(rules), ...of };
    if (isOpen) await moveImport(db, importId, 'mapped', { ...UNTRIED, ...UNPLANNED, ...settled });
    else await moveImport(db, importId, 'planning', { ...UNTRIED, ...UNCONFIRMED, ...settled, planHash: null });
    await recordEvent(db, {
      action: 'import.map',
      subject: `import:${importId}`,
      details: { columns: Object.keys(mapping).length, ...(edits.list.length > 0 && { edits: edits.list.length }), ...told(rules) },
    });
    if (!isOpen) await enqueue('plan-import', { institutionId, importId }, { db });
    return isOpen ? 'values' : 'plan';
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

/** Throws `mapping-empty`, `mapping-twice`, `dates-mixed` where one date is to come from columns that write dates in different orders, or `edit-missing` where a field is to come from a column that no edit makes. */
export function refuseUnclear(mapping: Mapping, edits: Edits, profile: readonly ColumnProfile[]): void {
  if (mapsUnmade(mapping, edits)) throw new AppError('edit-missing');
  const fields = Object.values(mapping).filter((field) => field !== null);
  if (fields.length === 0) throw new AppError('mapping-empty');
  const twice = fields.find((field, at) => fields.indexOf(field) !== at && !fieldOf(field)?.severalColumns);
  if (twice) throw new AppError('mapping-twice', { field: twice });
  const mixed = mixedDates(mapping, edits, profile);
  if (mixed) throw new AppError('dates-mixed', { field: mixed });
}

function remember(db: Db, actor: Actor, found: Import, accepted: { mapping: Mapping; edits: Edits; rules: ImportRules }) {
  const { raiseConsents: _, ...rules } = accepted.rules;
  const header = (found.reading as Reading | null)?.header ?? [];
  const content = { ...accepted, rules, header, readOptions: (found.readOptions ?? {}) as ReadOptions };
  return storeRecipe(db, actor, { content, origin: 'accepted', recipeId: found.recipeId });
}
