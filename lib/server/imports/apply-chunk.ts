import type pg from 'pg';
import { WRITING_COLUMNS, writeContacts } from '@/lib/server/contacts/write-contacts';
import type { Environment } from '@/lib/server/generated/prisma/client';

export interface Applying {
  institutionId: number;
  importId: number;
  environment: Environment;
  plannedAt: Date;
}

/** Rows (first exclusive, last inclusive) whose changes one transaction carries out; changes of one row stay together. */
export interface RowRange {
  after: number;
  upTo: number;
}

/** Holds back every other writer of contact numbers, and with it every other import into the same contacts, until the commit. */
const LOCK_NUMBERS = `SELECT next FROM contact_number_sequence WHERE institution_id = $1 AND environment = $2::"Environment" FOR UPDATE`;

const LOCK_CONTACTS = `
  SELECT FROM contact WHERE id IN (
    SELECT contact_id FROM plan_change
    WHERE institution_id = $1 AND import_id = $2 AND row > $3 AND row <= $4 AND kind = 'update') ORDER BY id FOR UPDATE`;

/**
 * The changes of the range with what will become of them. A contact whose version moved since the plan is a conflict, as is a new one
 * whose number or e-mail somebody else has taken since: what was confirmed would no longer be what happens.
 */
const FILL = `
  INSERT INTO writing
  SELECT p.row, p.part, p.kind, p.contact_id, p.contact_version, p.structure_id, p.after->>'CONTACT_NR', p.address_uses, p.after,
    (CASE p.kind
      WHEN 'unchanged' THEN 'unchanged'
      WHEN 'update' THEN CASE WHEN c.version = p.contact_version THEN 'updated' ELSE 'conflict' END
      ELSE CASE WHEN taken.id IS NULL AND twin.contact_id IS NULL THEN 'created' ELSE 'conflict' END
    END)::"Outcome"
  FROM plan_change p
  LEFT JOIN contact c ON p.kind = 'update' AND c.id = p.contact_id
  LEFT JOIN contact taken ON p.kind = 'create' AND taken.environment = $5::"Environment" AND taken.number = p.after->>'CONTACT_NR'
  LEFT JOIN LATERAL (
    SELECT m.contact_id FROM contact_means m JOIN contact t ON t.id = m.contact_id
    WHERE p.kind = 'create' AND m.environment = $5::"Environment" AND m.email1 = p.after->>'EMAIL1'
      AND t.created_at > $6 AND t.created_by_import IS DISTINCT FROM $2 LIMIT 1) twin ON true
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row > $3 AND p.row <= $4`;

/** A relay needs its structure: where that could not be made, neither is the relay. */
const WITHOUT_STRUCTURE = `
  UPDATE writing w SET outcome = 'conflict'
  WHERE w.outcome = 'created' AND w.structure_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM contact c WHERE c.id = w.structure_id)
    AND NOT EXISTS (SELECT FROM writing s WHERE s.contact_id = w.structure_id AND s.outcome = 'created')`;

/** Gives the numbers of the sequence, in the order of the rows, to new contacts that come without. */
const NUMBER = `
  UPDATE writing w SET number = ($1::bigint + n.nth - 1)::text
  FROM (SELECT contact_id, row_number() OVER (ORDER BY row, part) AS nth FROM writing WHERE outcome = 'created' AND number IS NULL) n
  WHERE w.contact_id = n.contact_id AND w.outcome = 'created'`;

const TAKE_NUMBERS = `UPDATE contact_number_sequence SET next = next + $3 WHERE institution_id = $1 AND environment = $2::"Environment"`;

const RESULTS = `
  INSERT INTO change_result (institution_id, import_id, row, part, outcome, contact_id)
  SELECT $1::int, $2::int, row, part, outcome, contact_id FROM writing`;

/** Carries out the changes of a range and writes what became of each; to be the one thing its transaction does. */
export async function applyChunk(client: pg.ClientBase, applying: Applying, { after, upTo }: RowRange): Promise<void> {
  const { institutionId, importId, environment, plannedAt } = applying;
  const { rows } = await client.query<{ next: string }>(LOCK_NUMBERS, [institutionId, environment]);
  await client.query(LOCK_CONTACTS, [institutionId, importId, after, upTo]);
  await client.query(`CREATE TEMP TABLE writing (${WRITING_COLUMNS}) ON COMMIT DROP`);
  await client.query(FILL, [institutionId, importId, after, upTo, environment, plannedAt]);
  await client.query('ANALYZE writing');
  await client.query(WITHOUT_STRUCTURE);
  const { rowCount } = await client.query(NUMBER, [rows[0]?.next]);
  await client.query(TAKE_NUMBERS, [institutionId, environment, rowCount]);
  await writeContacts(client, applying);
  await client.query(RESULTS, [institutionId, importId]);
}
