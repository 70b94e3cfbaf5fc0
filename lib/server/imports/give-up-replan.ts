import type pg from 'pg';
import type { ImportJob } from '@/lib/server/jobs/queues';
import { readCounts } from './import-counts';
import { readLedger } from './ledger';

const FOUND = `SELECT counts FROM import WHERE id = $1 AND round > 1 AND state IN ('planning', 'planned', 'failed') FOR UPDATE`;

/** What was planned again and is not carried out meets its contact no more than before: its row stays held and can be planned once more. */
const HOLD_PENDING = `
  INSERT INTO change_result (institution_id, import_id, row, part, outcome, contact_id)
  SELECT p.institution_id, p.import_id, p.row, p.part, 'conflict', p.contact_id FROM plan_change p
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.kind <> 'unchanged' AND p.round = (SELECT round FROM import WHERE id = $2)
  ON CONFLICT DO NOTHING`;

const BACK = `UPDATE import SET state = 'applied', counts = $2::jsonb, progress = NULL, error = NULL, updated_at = now() WHERE id = $1`;

/** Takes an import whose conflicts are being planned again back to what it was. Gives false where it is none. */
export async function giveUpReplan(client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<boolean> {
  const { rows } = await client.query<{ counts: unknown }>(FOUND, [importId]);
  const counts = rows[0] && readCounts(rows[0].counts).counts;
  if (!counts) return false;
  await client.query(HOLD_PENDING, [institutionId, importId]);
  const ledger = await readLedger(client, { institutionId, importId }, counts.rows);
  await client.query(BACK, [importId, JSON.stringify(ledger)]);
  return true;
}
