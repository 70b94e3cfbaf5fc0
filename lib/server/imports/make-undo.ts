import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { JobControl } from '@/lib/server/jobs/job-control';
import { compareUndone } from './compare-undone';
import { contactsRevision } from './contacts-revision';
import type { MadePlan } from './make-plan';
import { keepWhatOthersNeed } from './undo-barriers';
import { gatherUndone, type UndoTask } from './undone-changes';

const changesOf = (importId: number | null, alias: string) =>
  `plan_change ${alias} ON ${alias}.institution_id = foyer_institution() AND ${alias}.import_id = ${importId} AND ${alias}.row = u.row AND ${alias}.part = u.part`;

/** A row with several fates has the one that says most. */
const FATES = ['created', 'removed', 'updated', 'held', 'unchanged'];
const ranked = FATES.map((fate) => `WHEN bool_or(fate = '${fate}') THEN '${fate}'::"Bucket"`).join(' ');

/**
 * The plan of an undo, as it is kept. Of a removal only the number is kept: the rest of the contact stands in the
 * plan that created it, from where a redo takes it. A change of a contact that nobody wrote to since is the old one turned round.
 */
const views = ({ importId, origin }: UndoTask) => ({
  planned_row: `SELECT row, CASE ${ranked} END AS bucket FROM undone GROUP BY row`,
  planned_change: `
    SELECT u.row, u.part, 'remove'::"ChangeKind" AS kind, u.contact_id, u.version AS contact_version, u.structure_id,
      NULL::text AS address_uses, json_build_object('CONTACT_NR', u.number) AS before, '{}'::json AS after,
      NULL::bigint AS row_hash, NULL::boolean AS login, NULL::"RemovalOperation" AS operation
    FROM undone u WHERE u.fate = 'removed'
    UNION ALL
    SELECT u.row, u.part, 'update', u.contact_id, u.version, NULL, coalesce(p.after->>'ADDR_TYPE', p.address_uses), p.after, p.before, NULL, u.login, NULL
    FROM undone u JOIN ${changesOf(importId, 'p')}
    WHERE u.fate = 'updated' AND u.version = u.planned_version + 1
    UNION ALL
    SELECT u.row, u.part, 'update', u.contact_id, u.version, NULL, c.address_uses, c.before, c.after, NULL, u.login, NULL
    FROM undone u JOIN compared_undo c USING (row, part) WHERE u.fate = 'updated'
    UNION ALL
    SELECT u.row, u.part, 'create', u.contact_id, NULL, o.structure_id, NULL, '{}',
      (o.after::jsonb || jsonb_build_object('CONTACT_NR', p.before->>'CONTACT_NR'))::json, o.row_hash, u.login, NULL
    FROM undone u JOIN ${changesOf(importId, 'p')} JOIN ${changesOf(origin, 'o')}
    WHERE u.fate = 'created'
    UNION ALL
    SELECT u.row, u.part, 'unchanged', u.contact_id, u.version, NULL, NULL, '{}', '{}', NULL, NULL, NULL FROM undone u WHERE u.fate = 'unchanged'`,
  planned_issue: 'SELECT row, NULL::int AS "column", field, code, level, params FROM undo_issue',
});

const ROWS = 'SELECT count(DISTINCT row)::int AS count FROM undone';

/** What tells one undo of an import from another: whom it touches, at which version. The values follow from the import's own plan. */
const DIGEST = `
  SELECT fate, count(*)::text, sum(hashint8extended(contact_id, row)::numeric + coalesce(version, 0))::text AS sum FROM undone GROUP BY fate ORDER BY fate`;

/**
 * Plans the reverse of what an import carried out, into the views of the transaction; writes nothing that stays. The row numbers are those
 * of the import. Throws what the control throws.
 */
export async function makeUndo(client: pg.ClientBase, task: UndoTask, control: JobControl): Promise<MadePlan> {
  const revision = await contactsRevision(client, task.environment);
  const hash = createHash('sha256').update(JSON.stringify([task.importId, task.scope, task.environment]));
  await gatherUndone(client, task);
  await compareUndone(client, task, control, (text) => void hash.update(text));
  await keepWhatOthersNeed(client, task);
  for (const [name, query] of Object.entries(views(task))) await client.query(`CREATE TEMP VIEW ${name} AS ${query}`);
  const { rows } = await client.query<{ count: number }>(ROWS);
  hash.update(JSON.stringify((await client.query(DIGEST)).rows));
  return {
    rows: rows[0]?.count ?? 0,
    hash: hash.digest('hex'),
    keys: [...new Set([...task.keys, 'CONTACT_NR'])],
    revision,
    definitions: [],
    quality: null,
  };
}
