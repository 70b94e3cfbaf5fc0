import type pg from 'pg';
import { z } from 'zod';
import { BUCKETS, type Bucket, type ContactKind, FIELDS, type ProposedDefinition } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { SHOWN } from './conflicts';
import { type ImportCounts, readCounts } from './import-counts';
import { readImportDefinitions } from './import-definitions';

const input = z.object({ importId: z.int().positive() });

type ByKind = Record<ContactKind, number>;

/** What a plan comes to, before it is confirmed. */
export interface PlanSummary {
  counts: ImportCounts;
  planHash: string;
  /** Fields (or criteria, as `=CODE`) of contacts that are updated, by how many they change; most first. A number as typed is part of its field. */
  changedFields: { field: string; count: number }[];
  created: ByKind;
  updated: ByKind;
  removed: ByKind;
  /** Contacts that exist and for which an authorization is set to yes where nobody had said so. */
  consentRaised: number;
  /** What it defines; of an undo or redo, what the import of the file did. */
  definitions: ProposedDefinition[];
}

const KINDS = `
  SELECT part, kind, count(*)::int AS count FROM plan_change p WHERE p.institution_id = $1 AND p.import_id = $2 AND ${SHOWN} GROUP BY part, kind`;

const FIELDS_CHANGED = `
  SELECT k.field, count(*)::int AS count FROM plan_change p, json_object_keys(p.after) k(field)
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.kind = 'update' AND ${SHOWN} AND k.field !~ '^[A-Z]+~typed$' GROUP BY k.field ORDER BY count DESC, k.field`;

const flags = FIELDS.filter(({ type }) => type === 'flag').map(({ code }) => `p.after->>'${code}' = 'TRUE'`);

const RAISED = `
  SELECT count(*)::int AS count FROM plan_change p
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.kind = 'update' AND ${SHOWN} AND (${flags.join(' OR ')})`;

const ROUND = `
  SELECT bucket, count(*)::int AS rows FROM import_row r
  WHERE r.institution_id = $1 AND r.import_id = $2 AND r.round = (SELECT round FROM import WHERE id = $2) GROUP BY bucket`;

/** The rows that are planned again alone, by where the new plan puts them. */
async function countRound(client: pg.ClientBase, ids: readonly number[]): Promise<ImportCounts> {
  const { rows } = await client.query<{ bucket: Bucket; rows: number }>(ROUND, [...ids]);
  const counts = { rows: 0, ...Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) } as ImportCounts;
  for (const { bucket, rows: count } of rows) {
    counts[bucket] = count;
    counts.rows += count;
  }
  return counts;
}

/** The plan of an import in figures. Throws `not-found`, and `no-plan` where none has been made yet. */
export async function getPlan(actor: Actor, request: z.input<typeof input>): Promise<PlanSummary> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const { rows: found } = await client.query<{ counts: unknown; planHash: string | null; again: boolean }>(
      `SELECT counts, plan_hash AS "planHash", round > 1 AND state <> 'applied' AS again FROM import WHERE id = $1`,
      [importId],
    );
    if (!found[0]) throw notFound('import');
    const { planHash } = found[0];
    const counts = found[0].again ? await countRound(client, [institutionId, importId]) : readCounts(found[0].counts).counts;
    if (!planHash || !counts) throw new AppError('no-plan', {}, 409);
    const ids = [institutionId, importId];
    const { rows: kinds } = await client.query<{ part: ContactKind; kind: string; count: number }>(KINDS, ids);
    const { rows: changedFields } = await client.query<{ field: string; count: number }>(FIELDS_CHANGED, ids);
    const { rows: raised } = await client.query<{ count: number }>(RAISED, ids);
    const byKind = (kind: string): ByKind => {
      const count = (part: ContactKind) => kinds.find((group) => group.kind === kind && group.part === part)?.count ?? 0;
      return { individual: count('individual'), structure: count('structure'), relay: count('relay') };
    };
    return {
      ...{ counts, planHash, changedFields },
      ...{ created: byKind('create'), updated: byKind('update'), removed: byKind('remove') },
      consentRaised: raised[0]?.count ?? 0,
      definitions: await readImportDefinitions(client, { institutionId, importId }),
    };
  });
}
