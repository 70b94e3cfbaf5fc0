import type pg from 'pg';
import { type Change, type Edits, type IdentifiedRow, type Issue, type Mapping, type Match, type PlannedRow, sourceOf } from '@/lib/engine';
import { copyLine, copyRows } from '@/lib/server/database/copy-rows';
import { storableJson } from '@/lib/server/database/storable-json';
import { ofPlan, type PlanTarget } from './plan-target';

/** What became of the rows that had to be compared, gone with the transaction: the others are in the plan as they were staged. */
const TABLES = {
  compared_row: 'row int, bucket "Bucket"',
  compared_change: `row int, part "ContactKind", kind "ChangeKind", contact_id bigint, contact_version int, structure_id bigint, structure_row int,
    address_uses text, before json, after json, row_hash bigint, operation "RemovalOperation"`,
  compared_issue: 'row int, "column" int, field text, code text, level "IssueLevel", params json',
};

/** The issues of the plan as one, whoever found them: those that only a comparison finds are not there where nothing had to be compared. */
const ISSUES = `
  CREATE TEMP VIEW planned_issue AS
  SELECT * FROM alone_issue a WHERE NOT EXISTS (SELECT FROM found f WHERE f.row = a.row AND NOT f.same)
  UNION ALL
  SELECT * FROM compared_issue`;

export async function createComparedTables(client: pg.ClientBase): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) await client.query(`CREATE TEMP TABLE ${name} (${columns}) ON COMMIT DROP`);
}

const COMPARED = 'row, part, kind, contact_id, contact_version, structure_id, address_uses, before, after, row_hash, operation';

/**
 * What was planned for rows as if they were alone gives way to what the comparison made of them: their buckets, and their changes. Relays come
 * last, because the structure that the file itself makes may be another row's.
 */
const replacements = (target: PlanTarget): string[] => {
  const { rows, changes, institutionId, importId } = target;
  const insert = (select: string) =>
    `INSERT INTO ${changes} (institution_id, import_id, ${COMPARED}) SELECT ${institutionId}, ${importId}, ${select}`;
  const compared = (structure: string) =>
    `c.row, c.part, c.kind, c.contact_id, c.contact_version, ${structure}, c.address_uses, c.before, c.after, c.row_hash, c.operation`;
  return [
    `UPDATE ${rows} r SET bucket = CASE WHEN f.same THEN 'unchanged' ELSE c.bucket END
     FROM found f JOIN staged s ON s.row = f.row LEFT JOIN compared_row c ON c.row = f.row
     WHERE ${ofPlan(target, 'r')} AND r.row = f.row AND s.bucket <> CASE WHEN f.same THEN 'unchanged' ELSE c.bucket END`,
    `DELETE FROM ${changes} k USING found f WHERE ${ofPlan(target, 'k')} AND k.row = f.row`,
    insert(`row, 'individual', 'unchanged', contact_id, version, NULL, NULL, '{}', '{}', NULL, NULL FROM found WHERE same`),
    insert(`${compared('c.structure_id')} FROM compared_change c WHERE c.structure_row IS NULL`),
    insert(`${compared('s.contact_id')} FROM compared_change c JOIN ${changes} s ON ${ofPlan(target, 's')} AND s.row = c.structure_row AND s.part = 'structure'
      WHERE c.structure_row IS NOT NULL`),
  ];
};

/**
 * Completes the plan with what had to be compared, when all of it is: the planner must know how much that was. Makes the view `planned_issue`,
 * which goes with the tables that it is over.
 */
export async function writeCompletely(client: pg.ClientBase, target: PlanTarget): Promise<void> {
  await client.query('ANALYZE compared_row');
  await client.query('ANALYZE compared_change (row, part, structure_row)');
  for (const sql of [...replacements(target), ISSUES]) await client.query(sql);
}

/** Where an issue of a field is in the file: the first column mapped to it, or the one that it was made from. */
export const columnsOf = (mapping: Mapping, edits: Edits): Map<string, number> =>
  new Map(
    Object.entries(mapping)
      .reverse()
      .flatMap(([index, field]) => (field ? [[field, sourceOf(Number(index), edits)] as const] : [])),
  );

/** An issue as a line for COPY into a table of issues of a plan in the making. */
export const issueLine = (row: number, { field, code, level, params }: Issue, columns: ReadonlyMap<string, number>): string =>
  copyLine([row, (field && columns.get(field)) ?? null, field, code, level, storableJson(params)]);

const NEW_IDS = `SELECT nextval('contact_id_seq')::text AS id FROM generate_series(1, $1)`;

/** As many ids as these changes create contacts. They are taken here, so that a relay can name a structure that is still to be made. */
async function newIds(client: pg.ClientBase, planned: readonly PlannedRow[]): Promise<string[]> {
  const count = planned.reduce((sum, { changes }) => sum + changes.filter(({ kind }) => kind === 'create').length, 0);
  if (count === 0) return [];
  return (await client.query<{ id: string }>(NEW_IDS, [count])).rows.map(({ id }) => id);
}

const usesOf = (match: Match | undefined, contactId: string | null): string | null =>
  match?.kind === 'stored' && match.contact.id === contactId ? (match.contact.fields.ADDR_TYPE ?? null) : null;

function changeLine(change: Change, { person, structure }: IdentifiedRow, ids: string[], rowHash: string | null): string {
  const { row, part, kind, contactId, contactVersion, structure: of, before, after, operation = null } = change;
  return copyLine([
    row,
    part,
    kind,
    contactId ?? ids.pop() ?? null,
    contactVersion,
    of?.kind === 'stored' ? of.contactId : null,
    of?.kind === 'created' ? of.row : null,
    usesOf(person, contactId) ?? usesOf(structure, contactId),
    storableJson(before),
    storableJson(after),
    rowHash,
    operation,
  ]);
}

/** What is written with the rows of a chunk, row by row. */
interface Compared {
  identified: readonly IdentifiedRow[];
  planned: readonly PlannedRow[];
  /** By which each row is known again; null where another row of the file had a say. */
  hashes: readonly (string | null)[];
  columns: ReadonlyMap<string, number>;
}

/** A comparison that found something to say would say it again: such a row must not be taken for known. */
const hadNothingToSay = ({ issues, doubts }: IdentifiedRow, planned: PlannedRow): boolean => planned.issues.length === issues.length + doubts.length;

/** Writes what became of a chunk of rows. */
export async function writeCompared(client: pg.ClientBase, { identified, planned, hashes, columns }: Compared): Promise<void> {
  const ids = (await newIds(client, planned)).reverse();
  const text = { compared_row: '', compared_change: '', compared_issue: '' };
  planned.forEach((result, at) => {
    const { row, bucket, changes, issues } = result;
    const source = identified[at] as IdentifiedRow;
    const rowHash = hadNothingToSay(source, result) ? (hashes[at] ?? null) : null;
    text.compared_row += copyLine([row, bucket]);
    for (const change of changes) text.compared_change += changeLine(change, source, ids, rowHash);
    for (const found of issues) text.compared_issue += issueLine(row, found, columns);
  });
  for (const [table, lines] of Object.entries(text)) if (lines) await copyRows(client, table, [lines]);
}
