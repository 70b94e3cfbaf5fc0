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

/** The changes of the range; a contact whose version moved since the plan is a conflict: what was confirmed is no longer what would happen. */
const FILL = `
  INSERT INTO writing
  SELECT p.row, p.part, p.kind, p.contact_id, p.contact_version, p.structure_id, p.after->>'CONTACT_NR', p.after->>'EMAIL1', p.address_uses, p.after,
    (CASE p.kind
      WHEN 'create' THEN 'created'
      WHEN 'update' THEN CASE WHEN c.version = p.contact_version THEN 'updated' ELSE 'conflict' END
      ELSE 'unchanged' END)::"Outcome"
  FROM plan_change p LEFT JOIN contact c ON p.kind = 'update' AND c.id = p.contact_id
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.row > $3 AND p.row <= $4`;

/**
 * A new contact whose number, or whose e-mail, somebody got since the plan is a conflict too. Compared with plain columns: taking the
 * value out of the JSON here would keep row-level security from using the indexes.
 */
const NUMBER_TAKEN = `
  UPDATE writing w SET outcome = 'conflict' FROM contact c
  WHERE w.outcome = 'created' AND c.environment = $1::"Environment" AND c.number = w.number`;
const EMAIL_TAKEN = `
  UPDATE writing w SET outcome = 'conflict' FROM contact_means m JOIN contact c ON c.id = m.contact_id
  WHERE w.outcome = 'created' AND m.environment = $1::"Environment" AND m.email1 = w.email
    AND c.created_at > $2 AND c.created_by_import IS DISTINCT FROM $3`;

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
  await client.query(FILL, [institutionId, importId, after, upTo]);
  await client.query('ANALYZE writing (row, contact_id, structure_id, number, email, address, outcome)');
  await client.query(NUMBER_TAKEN, [environment]);
  await client.query(EMAIL_TAKEN, [environment, plannedAt, importId]);
  await client.query(WITHOUT_STRUCTURE);
  const { rowCount } = await client.query(NUMBER, [rows[0]?.next]);
  await client.query(TAKE_NUMBERS, [institutionId, environment, rowCount]);
  await writeContacts(client, applying);
  await client.query(RESULTS, [institutionId, importId]);
}
