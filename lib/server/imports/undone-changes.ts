import type pg from 'pg';
import { ISSUES, type IssueCode } from '@/lib/engine';
import type { Environment, Outcome } from '@/lib/server/generated/prisma/client';
import { ERASING } from '@/lib/server/removals/erasing';
import type { UndoScope } from './undo-scope';

/** An applied import, or as much of it as was carried out, to be taken back. */
export interface UndoTask {
  institutionId: number;
  /** The import that is taken back. */
  importId: number;
  /** The one that it took back itself: what it removed was created there. */
  origin: number | null;
  environment: Environment;
  scope: UndoScope;
  /** The fields and criteria that it touched. */
  keys: readonly string[];
}

const OUTCOMES: Record<UndoScope['what'], Outcome[]> = {
  all: ['created', 'updated', 'removed'],
  contacts: ['created', 'removed'],
  fields: ['updated'],
};

/** A change that took away for ever what was there, and one whose person was erased since: nothing of them is left to bring back. */
const FOR_EVER = `p.operation IN ${ERASING} OR p.erased OR c.erasure IS NOT NULL`;

/**
 * Every change that was carried out, with what becomes of it in reverse: nobody wrote to a contact that is still at the version the change
 * led to. Where somebody did, the fate is open until the contact is compared.
 */
const UNDONE = `
  CREATE TEMP TABLE undone ON COMMIT DROP AS
  SELECT d.row, d.part, d.outcome, d.at, d.login, p.contact_id, p.contact_version AS planned_version, p.structure_id, c.number, c.version,
    p.operation, p.erased OR c.erasure IS NOT NULL AS erased,
    CASE WHEN ${FOR_EVER} THEN 'held' ELSE CASE d.outcome
      WHEN 'created' THEN CASE WHEN c.id IS NULL THEN 'unchanged' WHEN c.version = 1 THEN 'removed' END
      WHEN 'updated' THEN CASE WHEN c.id IS NULL THEN 'unchanged' WHEN c.version = p.contact_version + 1 THEN 'updated' END
      ELSE CASE WHEN c.id IS NULL THEN 'created' ELSE 'unchanged' END
    END END::"Bucket" AS fate
  FROM change_result d JOIN plan_change p USING (institution_id, import_id, row, part) LEFT JOIN contact c ON c.id = p.contact_id
  WHERE d.institution_id = $institution AND d.import_id = $import AND d.outcome IN ($outcomes) AND d.row <@ '{$rows}'::int4multirange`;

const quoted = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ');

/** A statement that makes a table takes no parameters; what goes in here are numbers and names of this file. */
const undoneSql = ({ institutionId, importId, scope }: UndoTask): string =>
  UNDONE.replace('$institution', String(institutionId))
    .replace('$import', String(importId))
    .replace('$outcomes', quoted(OUTCOMES[scope.what]))
    .replace('$rows', (scope.rows ?? [['', '']]).map(([first, last]) => `[${first},${last}]`).join(','));

/** The issue as columns of `undo_issue` behind its row, part and field; `params` is an expression in SQL. */
export const issueSql = (code: IssueCode, params = `'{}'::jsonb`): string => `'${code}', '${ISSUES[code]}'::"IssueLevel", ${params}`;

const NOTHING_LEFT = `
  INSERT INTO undo_issue (row, part, code, level, params)
  SELECT row, part, ${issueSql('contact-gone')} FROM undone WHERE fate = 'unchanged' AND outcome <> 'removed'
  UNION ALL
  SELECT row, part, ${issueSql('contact-there')} FROM undone WHERE fate = 'unchanged' AND outcome = 'removed'`;

const LOST = `
  INSERT INTO undo_issue (row, part, code, level, params)
  SELECT row, part, ${issueSql('not-reversible', `jsonb_build_object('value', operation)`)} FROM undone
  WHERE fate = 'held' AND operation IN ${ERASING}
  UNION ALL
  SELECT row, part, ${issueSql('erased-person', `'{"kind": "contact"}'::jsonb`)} FROM undone
  WHERE fate = 'held' AND erased AND (operation IS NULL OR operation NOT IN ${ERASING})`;

/** Makes the temporary tables `undone` and `undo_issue`. */
export async function gatherUndone(client: pg.ClientBase, task: UndoTask): Promise<void> {
  await client.query(
    'CREATE TEMP TABLE undo_issue (row int, part "ContactKind", field text, code text, level "IssueLevel", params jsonb) ON COMMIT DROP',
  );
  await client.query(undoneSql(task));
  await client.query('ALTER TABLE undone ADD PRIMARY KEY (row, part)');
  await client.query('ANALYZE undone');
  await client.query(NOTHING_LEFT);
  await client.query(LOST);
}
