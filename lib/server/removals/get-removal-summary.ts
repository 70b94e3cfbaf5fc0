import type pg from 'pg';
import { z } from 'zod';
import { BLOCKERS, REMOVALS, type RemovalCode } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { type Ceiling, ceilingFor } from './ceiling';

const input = z.object({ importId: z.int().positive() });

/** What the plan of a removal comes to, as it stands in the database. */
export interface RemovalSummary {
  /** Contacts that change, by what is done to them; 0 for an operation that the file does not ask for. */
  perOperation: Record<RemovalCode, number>;
  /** Rows that are held, by each reason that holds them; a row with two reasons counts under both. Most first. */
  blockers: { code: (typeof BLOCKERS)[number]; count: number }[];
  /** Contacts that change. */
  total: number;
  /** Of all contacts of the environment those that are removed from, 0 to 1: the sum of perOperation without UPDATEACT ÷ contacts. */
  shareOfBase: number;
  ceiling: Ceiling;
  /** Organizations of the institution: a removal is done to all of them, whatever ORGANIZATION says. */
  organizations: number;
}

const PER_OPERATION = `
  SELECT operation, count(*)::int AS count FROM plan_change
  WHERE institution_id = $1 AND import_id = $2 AND operation IS NOT NULL AND kind <> 'unchanged'
    AND round = (SELECT i.round FROM import i WHERE i.id = $2) GROUP BY operation`;

const HELD = `
  SELECT i.code, count(DISTINCT i.row)::int AS count FROM import_issue i
  WHERE i.institution_id = $1 AND i.import_id = $2 AND i.code = ANY($3::text[]) AND i.level = 'error' GROUP BY i.code ORDER BY count DESC, i.code`;

const FOUND = 'SELECT environment, purpose, plan_hash AS "planHash" FROM import WHERE id = $1';
const ORGANIZATIONS = 'SELECT count(*)::int AS count FROM organization WHERE institution_id = $1';

/**
 * What the plan of a removal comes to: how many contacts by what is done to them, what holds rows back, and whether it stays under the ceiling.
 * Throws `not-found`, and `no-plan` for an import that is no removal or has not been planned.
 */
export async function getRemovalSummary(actor: Actor, request: z.input<typeof input>): Promise<RemovalSummary> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const { rows } = await client.query<{ environment: Environment; purpose: string; planHash: string | null }>(FOUND, [importId]);
    const [found] = rows;
    if (!found) throw notFound('import');
    if (found.purpose !== 'removal' || found.planHash === null) throw new AppError('no-plan', {}, 409);
    const perOperation = await countOperations(client, [institutionId, importId]);
    const { rows: blockers } = await client.query<RemovalSummary['blockers'][number]>(HELD, [institutionId, importId, BLOCKERS]);
    const { rows: organizations } = await client.query<{ count: number }>(ORGANIZATIONS, [institutionId]);
    const total = REMOVALS.reduce((sum, operation) => sum + perOperation[operation], 0);
    const {
      share,
      base: _,
      ...ceiling
    } = await ceilingFor(client, { institutionId, environment: found.environment }, total - perOperation.UPDATEACT);
    return { perOperation, blockers, total, shareOfBase: share, ceiling, organizations: organizations[0]?.count ?? 0 };
  });
}

async function countOperations(client: pg.ClientBase, ids: readonly number[]): Promise<RemovalSummary['perOperation']> {
  const counts = Object.fromEntries(REMOVALS.map((operation) => [operation, 0])) as RemovalSummary['perOperation'];
  const { rows } = await client.query<{ operation: RemovalCode; count: number }>(PER_OPERATION, [...ids]);
  for (const { operation, count } of rows) counts[operation] = count;
  return counts;
}
