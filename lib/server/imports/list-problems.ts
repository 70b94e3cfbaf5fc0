import { z } from 'zod';
import type { IssueLevel } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { requireImport } from './require-import';

const input = z.object({ importId: z.int().positive() });

/** All issues of one cause: what is wrong, in which field, how often, and the first place of it. */
export interface Problem {
  code: string;
  level: IssueLevel;
  /** Field or criterion; null for issues of whole rows or of the file. */
  field: string | null;
  /** 0-based column of the file, where the cause is in one. */
  column: number | null;
  count: number;
  exampleRow: number | null;
  exampleValue: string | null;
}

const SQL = `
  SELECT g.code, g.level, g.field, g."column", g.count, e.row AS "exampleRow", e.params->>'value' AS "exampleValue"
  FROM (SELECT code, level, field, "column", count(*)::int AS count, min(id) AS first FROM import_issue
        WHERE institution_id = $1 AND import_id = $2 GROUP BY code, level, field, "column") g
  JOIN import_issue e ON e.id = g.first
  ORDER BY g.level DESC, g.count DESC, g.code, g.field`;

/** The causes of an import's issues, gravest and most frequent first. Throws `not-found`. */
export async function listProblems(actor: Actor, request: z.input<typeof input>): Promise<Problem[]> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    await requireImport(client, importId);
    return (await client.query<Problem>(SQL, [institutionId, importId])).rows;
  });
}
