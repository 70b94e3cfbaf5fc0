import type pg from 'pg';
import { ISSUES } from '@/lib/engine';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { ceilingFor } from './ceiling';

const TOUCHED = `
  SELECT count(*)::int AS count FROM compared_change WHERE operation IS NOT NULL AND operation <> 'UPDATEACT' AND kind <> 'unchanged'`;

const TELL = `
  INSERT INTO compared_issue (row, code, level, params)
  SELECT NULL, 'over-the-ceiling', '${ISSUES['over-the-ceiling']}', jsonb_build_object('count', $1::int, 'total', $2::int, 'percent', $3::numeric, 'max', $4::int)`;

/** Says in the plan in the making that it removes from more contacts than the institution allows at once; nobody can approve it then. */
export async function tellCeiling(client: pg.ClientBase, target: { institutionId: number; environment: Environment }): Promise<void> {
  const { rows } = await client.query<{ count: number }>(TOUCHED);
  const touched = rows[0]?.count ?? 0;
  const { percent, number, base, exceeded } = await ceilingFor(client, target, touched);
  if (exceeded) await client.query(TELL, [touched, base, percent, number]);
}
