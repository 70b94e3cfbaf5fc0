import { z } from 'zod';
import {
  type ColumnProfile,
  type DriftFinding,
  type Edits,
  type ImportRules,
  type Mapping,
  NO_EDITS,
  type Reading,
  type ReadOptions,
  type Suggestion,
} from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { type Db, inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { ApprovalState, Environment, Import, ImportKind, ImportPurpose, ImportState } from '@/lib/server/generated/prisma/client';
import { rulesOf } from '@/lib/server/institutions/settings';
import type { Progress } from '@/lib/server/jobs/job-control';
import { type ImportRecipe, importRecipe } from '@/lib/server/recipes/import-recipe';
import { type InactiveRule, inactiveRule } from '@/lib/server/removals/inactive-rule';
import { REPLANNABLE } from './conflicts';
import { type ImportCounts, readCounts } from './import-counts';
import { LAST_APPROVAL } from './last-approval';
import { STANDING_UNDO } from './standing-undo';
import { suggestFor } from './suggested-mapping';

const input = z.object({ importId: z.int().positive() });

/** Why an import failed: a code of the catalogues and what fills its text. */
export interface ImportError {
  code: string;
  params: Record<string, string | number>;
}

/** All that the screens of one import show, except its rows. Times are ISO texts. */
export interface ImportDetail {
  id: number;
  environment: Environment;
  kind: ImportKind;
  purpose: ImportPurpose;
  /** Where the last request for approval stands; null where nobody ever asked. */
  approval: ApprovalState | null;
  /** The import that an undo takes back. */
  undoes: number | null;
  /** The undo that took it back, wholly or in part, and was not undone itself. */
  undoneBy: number | null;
  state: ImportState;
  fileName: string;
  size: number;
  sha256: string | null;
  createdAt: string;
  /** null where the person who created it cannot be seen from the institution. */
  createdByName: string | null;
  reading: Reading | null;
  readOptions: ReadOptions;
  profile: ColumnProfile[] | null;
  suggestions: Suggestion[] | null;
  mapping: Mapping | null;
  /** Accepted with the mapping; what would be proposed beside it. */
  edits: Edits | null;
  suggestedEdits: Edits;
  /** Of the import alone; what it leaves out holds as the institution decided. */
  rules: ImportRules;
  /** What the institution decided. */
  institutionRules: ImportRules;
  progress: Progress | null;
  counts: ImportCounts | null;
  balanced: boolean | null;
  planHash: string | null;
  error: ImportError | null;
  appliedAt: string | null;
  /** 1 unless rows that met a changed contact were planned again. */
  round: number;
  /** Rows that can be planned again because they met a changed contact. */
  replannable: number;
  /** Since when rows, file and values are gone. */
  purgedAt: string | null;
  /** An earlier import of the very same bytes into the same environment. */
  sameFileAs: { importId: number; appliedAt: string } | null;
  /** The rule that listed the contacts of a removal; null where a person brought a file. */
  inactiveRule: InactiveRule | null;
  /** The recipe with a name that its file is of. */
  recipe: ImportRecipe | null;
  /** In what the file differs from the last one of the recipe, and since when that is accepted. */
  drift: DriftFinding[];
  driftAcceptedAt: string | null;
}

/** One import. Throws `not-found`. */
export async function getImport(actor: Actor, request: z.input<typeof input>): Promise<ImportDetail> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId }, include: { file: true, ...LAST_APPROVAL, ...STANDING_UNDO } });
    if (!found) throw notFound('import');
    const { file } = found;
    const institution = await db.institution.findUnique({ where: { id: institutionId }, select: { settings: true } });
    const suggested = await suggestion(db, found);
    const creator = await db.user.findUnique({ where: { id: found.createdBy }, select: { name: true } });
    return {
      ...stored(found),
      undoneBy: found.undos[0]?.id ?? null,
      approval: found.approvals[0]?.state ?? null,
      fileName: file.name,
      size: Number(file.size),
      sha256: file.sha256,
      replannable: found.state === 'applied' && !found.purgeBegunAt ? await countReplannable(db, found) : 0,
      createdByName: creator?.name ?? null,
      institutionRules: rulesOf(institution?.settings),
      recipe: await importRecipe(db, found),
      suggestions: suggested?.suggestions ?? null,
      suggestedEdits: suggested?.edits ?? NO_EDITS,
      sameFileAs: file.sha256 ? await sameFile(db, found, file.sha256) : null,
    };
  });
}

// The JSON columns hold what the engine gave; nobody else writes them.
const stored = (found: Import) => ({
  id: found.id,
  environment: found.environment,
  kind: found.kind,
  purpose: found.purpose,
  undoes: found.undoes,
  state: found.state,
  createdAt: found.createdAt.toISOString(),
  reading: found.reading as Reading | null,
  readOptions: (found.readOptions ?? {}) as ReadOptions,
  profile: found.profile as ColumnProfile[] | null,
  mapping: found.mapping as Mapping | null,
  edits: found.edits as Edits | null,
  rules: found.rules as ImportRules,
  inactiveRule: inactiveRule.nullable().parse(found.inactiveRule),
  progress: found.progress as Progress | null,
  ...readCounts(found.counts),
  planHash: found.planHash,
  error: found.error as ImportError | null,
  appliedAt: found.appliedAt?.toISOString() ?? null,
  round: found.round,
  purgedAt: found.purgeBegunAt?.toISOString() ?? null,
  drift: (found.drift ?? []) as unknown as DriftFinding[],
  driftAcceptedAt: found.driftAcceptedAt?.toISOString() ?? null,
});

async function countReplannable(db: Db, { institutionId, id, kind }: Import): Promise<number> {
  if (kind !== 'file') return 0;
  const sql = `SELECT count(*)::int AS count FROM (${REPLANNABLE}) r`;
  const [found] = await db.$queryRawUnsafe<{ count: number }[]>(sql, institutionId, id);
  return found?.count ?? 0;
}

const suggestion = (db: Db, { institutionId, profile, reading, recipeId }: Import) =>
  profile && reading ? suggestFor(db, institutionId, reading as unknown as Reading, profile as unknown as ColumnProfile[], recipeId) : null;

async function sameFile(db: Db, { id, environment }: Import, sha256: string): Promise<ImportDetail['sameFileAs']> {
  const earlier = await db.import.findFirst({
    where: { id: { not: id }, kind: 'file', environment, state: 'applied', appliedAt: { not: null }, file: { sha256 } },
    orderBy: { appliedAt: 'desc' },
  });
  return earlier?.appliedAt ? { importId: earlier.id, appliedAt: earlier.appliedAt.toISOString() } : null;
}
