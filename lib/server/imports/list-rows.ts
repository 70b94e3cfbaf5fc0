import type pg from 'pg';
import { z } from 'zod';
import { BUCKETS, type Bucket, type Issue } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { NOT_REACHED } from './ledger';
import { requireImport } from './require-import';

const input = z.object({
  importId: z.int().positive(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(100),
  bucket: z.enum(BUCKETS).optional(),
  issueCode: z.string().max(60).optional(),
  issueField: z.string().max(60).optional(),
  /** Part of any cell, whatever its case. */
  search: z.string().trim().max(200).optional(),
});

/** A row as the file has it, where it ended, and what was found about it. */
export interface ListedRow {
  row: number;
  cells: string[];
  bucket: Bucket;
  issues: Issue[];
}

/** Of an apply that ended half-way, where a row ended is not where it was planned to: it may not have been reached. */
const REACHED = `CASE WHEN ${NOT_REACHED} THEN 'not_imported'::"Bucket" ELSE r.bucket END`;

/** An undo keeps no cells of its own: its rows are those of the file. */
const ROOT = `
  SELECT f.id FROM import i JOIN import f ON f.file_id = i.file_id AND f.kind = 'file' WHERE i.id = $1 AND i.kind <> 'file' LIMIT 1`;

const cellsOf = (file: number | undefined): string =>
  file === undefined
    ? 'r.cells'
    : `(SELECT f.cells FROM import_row f WHERE f.institution_id = r.institution_id AND f.import_id = ${file} AND f.row = r.row)`;

const matching = (bucket: string, cells: string) => `
  FROM import_row r
  WHERE r.institution_id = $1 AND r.import_id = $2
    AND ($3::"Bucket" IS NULL OR ${bucket} = $3)
    AND ($4::text IS NULL OR r.row IN (
      SELECT i.row FROM import_issue i
      WHERE i.institution_id = $1 AND i.import_id = $2 AND i.code = $4 AND ($5::text IS NULL OR i.field = $5)))
    AND ($6::text IS NULL OR position(lower($6) IN lower(array_to_string(${cells}, E'\\n'))) > 0)`;

const ISSUES = `
  SELECT row, field, code, level, params FROM import_issue
  WHERE institution_id = $1 AND import_id = $2 AND row = ANY($3::int[]) ORDER BY row, id`;

/** One page of an import's rows in the order of the file, and how many fit the filter. Throws `not-found`. */
export async function listRows(actor: Actor, request: z.input<typeof input>): Promise<{ total: number; rows: ListedRow[] }> {
  requirePermission(actor, 'import.view');
  const { importId, offset, limit, bucket, issueCode, issueField, search } = input.parse(request);
  const { institutionId, userId } = actor;
  const filter = [institutionId, importId, bucket ?? null, issueCode ?? null, issueField ?? null, search || null];
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const bucketSql = (await requireImport(client, importId)) === 'stopped' ? REACHED : 'r.bucket';
    const { rows: roots } = await client.query<{ id: number }>(ROOT, [importId]);
    const cells = cellsOf(roots[0]?.id);
    const from = matching(bucketSql, cells);
    const total = await client.query<{ count: number }>(`SELECT count(*)::int AS count ${from}`, filter);
    const page = await client.query<Omit<ListedRow, 'issues'>>(
      `SELECT r.row, coalesce(${cells}, '{}') AS cells, ${bucketSql} AS bucket ${from} ORDER BY r.row OFFSET $7 LIMIT $8`,
      [...filter, offset, limit],
    );
    return { total: total.rows[0]?.count ?? 0, rows: await withIssues(client, institutionId, importId, page.rows) };
  });
}

async function withIssues(client: pg.ClientBase, institutionId: number, importId: number, rows: Omit<ListedRow, 'issues'>[]): Promise<ListedRow[]> {
  const { rows: issues } = await client.query<Issue>(ISSUES, [institutionId, importId, rows.map(({ row }) => row)]);
  return rows.map((row) => ({ ...row, issues: issues.filter((issue) => issue.row === row.row) }));
}
