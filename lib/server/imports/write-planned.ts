import type pg from 'pg';
import type { Change, FieldCode, IdentifiedRow, Mapping, Match, PlannedRow } from '@/lib/engine';
import { copyLine, copyRows } from '@/lib/server/database/copy-rows';

/** The temporary tables of a plan in the making: kept by keepPlan, gone with the transaction. */
const TABLES = {
  planned_row: 'row int, bucket "Bucket"',
  planned_change: `row int, part "ContactKind", kind "ChangeKind", contact_id bigint, contact_version int, structure_id bigint, structure_row int,
    address_uses text, before jsonb, after jsonb`,
  planned_issue: 'row int, "column" int, field text, code text, level "IssueLevel", params jsonb',
};

export async function createPlannedTables(client: pg.ClientBase): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) await client.query(`CREATE TEMP TABLE ${name} (${columns}) ON COMMIT DROP`);
}

const NEW_IDS = `SELECT nextval('contact_id_seq')::text AS id FROM generate_series(1, $1)`;

/** As many ids as these changes create contacts. They are taken here, so that a relay can name a structure that is still to be made. */
async function newIds(client: pg.ClientBase, planned: readonly PlannedRow[]): Promise<string[]> {
  const count = planned.reduce((sum, { changes }) => sum + changes.filter(({ kind }) => kind === 'create').length, 0);
  if (count === 0) return [];
  return (await client.query<{ id: string }>(NEW_IDS, [count])).rows.map(({ id }) => id);
}

const usesOf = (match: Match | undefined, contactId: string | null): string | null =>
  match?.kind === 'stored' && match.contact.id === contactId ? (match.contact.fields.ADDR_TYPE ?? null) : null;

function changeLine(change: Change, { person, structure }: IdentifiedRow, ids: string[]): string {
  const { row, part, kind, contactId, contactVersion, structure: of, before, after } = change;
  return copyLine([
    row,
    part,
    kind,
    contactId ?? ids.pop() ?? null,
    contactVersion,
    of?.kind === 'stored' ? of.contactId : null,
    of?.kind === 'created' ? of.row : null,
    usesOf(person, contactId) ?? usesOf(structure, contactId),
    JSON.stringify(before),
    JSON.stringify(after),
  ]);
}

/** Where an issue of a field is in the file: the first column mapped to it. */
export const columnsOf = (mapping: Mapping): Map<string, number> =>
  new Map(
    Object.entries(mapping)
      .reverse()
      .flatMap(([index, field]) => (field ? [[field satisfies FieldCode, Number(index)] as const] : [])),
  );

/** Writes what became of a chunk of rows; `identified` and `planned` go side by side. */
export async function writePlanned(
  client: pg.ClientBase,
  identified: readonly IdentifiedRow[],
  planned: readonly PlannedRow[],
  columns: ReadonlyMap<string, number>,
): Promise<void> {
  const ids = (await newIds(client, planned)).reverse();
  const text = { planned_row: '', planned_change: '', planned_issue: '' };
  planned.forEach(({ row, bucket, changes, issues }, at) => {
    text.planned_row += copyLine([row, bucket]);
    for (const change of changes) text.planned_change += changeLine(change, identified[at] as IdentifiedRow, ids);
    for (const { field, code, level, params } of issues) {
      text.planned_issue += copyLine([row, (field && columns.get(field)) ?? null, field, code, level, JSON.stringify(params)]);
    }
  });
  for (const [table, lines] of Object.entries(text)) if (lines) await copyRows(client, table, [lines]);
}
