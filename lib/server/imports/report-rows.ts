import type pg from 'pg';
import { ISSUES, type IssueCode } from '@/lib/engine';
import { storableJson } from '@/lib/server/database/storable-json';
import type { ImportJob } from '@/lib/server/jobs/queues';

/** What is found about a row while it is carried out, with what fills the text of the issue. */
export interface RowReport {
  row: number;
  params: Record<string, string>;
}

const CLEAR = 'DELETE FROM import_issue WHERE institution_id = $1 AND import_id = $2 AND code = $3';

const REPORT = `
  INSERT INTO import_issue (institution_id, import_id, row, code, level, params)
  SELECT $1::int, $2::int, r.row, $3, $4::"IssueLevel", r.params FROM jsonb_to_recordset($5::jsonb) AS r(row int, params jsonb)`;

/** Adds an issue of one kind to rows of an import. */
export async function reportRows(
  client: pg.ClientBase,
  { institutionId, importId }: ImportJob,
  code: IssueCode,
  rows: readonly RowReport[],
): Promise<void> {
  await client.query(REPORT, [institutionId, importId, code, ISSUES[code], storableJson(rows)]);
}

/** Takes back the issues of one kind: what is tried again is found again. */
export async function clearReports(client: pg.ClientBase, { institutionId, importId }: ImportJob, code: IssueCode): Promise<void> {
  await client.query(CLEAR, [institutionId, importId, code]);
}

const CONFLICTS = `SELECT DISTINCT row FROM change_result WHERE institution_id = $1 AND import_id = $2 AND outcome = 'conflict' ORDER BY row`;

/** Rows of which a change met a contact that is no longer as it was planned. */
export async function conflictingRows(client: pg.ClientBase, { institutionId, importId }: ImportJob): Promise<number[]> {
  return (await client.query<{ row: number }>(CONFLICTS, [institutionId, importId])).rows.map(({ row }) => row);
}
