import type pg from 'pg';
import { creatingColumns, insertNewContacts } from '@/lib/server/contacts/insert-contacts';
import { removeContacts } from '@/lib/server/contacts/remove-contacts';
import { updateContacts, WRITING_COLUMNS } from '@/lib/server/contacts/update-contacts';
import type { Environment, ImportKind, ImportPurpose } from '@/lib/server/generated/prisma/client';
import { personSql, withFingerprints } from '@/lib/server/removals/fingerprints';
import { rememberErased } from '@/lib/server/removals/remember-erased';
import { standsAsPlanned } from '@/lib/server/removals/stands-as-planned';
import { moveNumberSequence } from './move-number-sequence';

export interface Applying {
  institutionId: number;
  importId: number;
  kind: ImportKind;
  purpose: ImportPurpose;
  environment: Environment;
  plannedAt: Date;
  /** Of the contacts that the plan was made with (see contact_number_sequence). */
  planRevision: bigint;
  /** Fields and criteria that the plan touches. */
  keys: ReadonlySet<string>;
  /** Whether rows of the import could not be stored: structures that others count on may be missing. */
  hasGaps: boolean;
  /** Whether a transaction that was committed moved the sequence of contact numbers for the import. */
  numbersMoved: boolean;
}

/** Rows (first exclusive, last inclusive) whose changes one transaction carries out; changes of one row stay together. */
export interface RowRange {
  after: number;
  upTo: number;
}

/** Holds back every other writer of contact numbers, and with it every other import into the same contacts, until the commit. */
const LOCK_NUMBERS = `
  SELECT revision, writer FROM contact_number_sequence WHERE institution_id = $1 AND environment = $2::"Environment" FOR UPDATE`;

const RANGE = `p.institution_id = $1 AND p.import_id = $2 AND p.row > $3 AND p.row <= $4 AND p.round = (SELECT i.round FROM import i WHERE i.id = $2)`;

const LOCK_CONTACTS = `
  SELECT FROM contact WHERE id IN (SELECT p.contact_id FROM plan_change p WHERE ${RANGE} AND p.kind IN ('update', 'remove')) ORDER BY id FOR UPDATE`;

/** Contacts that somebody else wrote since the plan. */
const WRITTEN_SINCE = 'c.updated_at > $6 AND c.updated_by_import IS DISTINCT FROM $2';

/** The ten fields that make two structures the same, of the contact and of the creation. */
const SAME_STRUCTURE = Object.entries({
  OFFICIAL_NAME: 'c.official_name',
  ADDRESS_NAME1: 'c.address_name1',
  ADDRESS_NAME2: 'c.address_name2',
  LINE1: 'd.line1',
  LINE2: 'd.line2',
  LINE3: 'd.line3',
  ZIPCODE: 'd.zip_code',
  TOWN: 'd.town',
  TOWN_COMPLEMENT: 'd.town_complement',
  COUNTRY: 'd.country',
})
  .map(([code, column]) => `${column} IS NOT DISTINCT FROM w.after->>'${code}'`)
  .join(' AND ');

/** People who were erased since the plan do not come back by it; whom an earlier erasure was about was held, or let back, when it was made. */
const ERASED_SINCE = `w.erased OR (SELECT EXISTS (
    SELECT FROM erased_fingerprint f WHERE f.institution_id = $1 AND f.environment = $5::"Environment" AND f.erased_at > $6)) AND EXISTS (
  SELECT FROM (VALUES ('number'::"FingerprintKind", w.number), ('email', lower(w.email)), ('person', w.person)) v(kind, value)
  JOIN erased_fingerprint f ON f.institution_id = $1 AND f.environment = $5::"Environment" AND f.kind = v.kind
    AND f.digest = foyer_fingerprint(v.kind, v.value) AND f.erased_at > $6
  WHERE v.value IS NOT NULL)`;

/**
 * New contacts that may no longer be made, because somebody else wrote contacts since the plan: one whose number, or whose e-mail, somebody
 * got meanwhile, a structure that somebody made, somebody who was erased, and a relay whose structure could not be made or is no longer there. Compared with plain columns: taking the values out of
 * the JSON in the comparison would keep row-level security from using the indexes.
 */
const FIND_CONFLICTS = `
  WITH created AS MATERIALIZED (
    SELECT p.row, p.part, p.contact_id, p.structure_id, (p.after->>'CONTACT_NR') COLLATE "C" AS number, (p.after->>'EMAIL1') COLLATE "C" AS email,
      CASE WHEN p.part = 'structure' THEN foyer_plain(p.after->>'OFFICIAL_NAME') END AS plain, p.after, p.erased,
      ${personSql(`p.after->>'FIRSTNAME'`, `p.after->>'LASTNAME'`, `(p.after->>'BIRTHDATE')`)} AS person
    FROM plan_change p WHERE ${RANGE} AND p.kind = 'create'),
  taken AS MATERIALIZED (
    SELECT w.row, w.part, w.contact_id FROM created w JOIN contact c ON c.environment = $5::"Environment" AND c.number = w.number
    UNION
    SELECT w.row, w.part, w.contact_id FROM created w
    JOIN contact_means m ON m.environment = $5::"Environment" AND m.email1 = w.email JOIN contact c ON c.id = m.contact_id
    WHERE ${WRITTEN_SINCE}
    UNION
    SELECT w.row, w.part, w.contact_id FROM created w
    JOIN contact c ON c.environment = $5::"Environment" AND c.plain_name = w.plain AND c.kind = 'structure'
    LEFT JOIN contact_address d ON d.contact_id = c.id AND d.uses LIKE '%M%'
    WHERE ${WRITTEN_SINCE} AND ${SAME_STRUCTURE}
    UNION
    SELECT w.row, w.part, w.contact_id FROM created w WHERE ${ERASED_SINCE})
  INSERT INTO conflicting
  SELECT row, part, contact_id FROM taken
  UNION
  SELECT w.row, w.part, w.contact_id FROM created w WHERE w.structure_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM contact c WHERE c.id = w.structure_id)
    AND NOT EXISTS (SELECT FROM created s WHERE s.contact_id = w.structure_id AND NOT EXISTS (SELECT FROM taken t WHERE t.contact_id = s.contact_id))`;

/** Of the changes of the range, those that are carried out. */
const CREATED = `${RANGE} AND p.kind = 'create' AND NOT EXISTS (SELECT FROM conflicting x WHERE x.row = p.row AND x.part = p.part)`;

/** `nth` counts those that come without a number, in the order of the rows: they get the next ones of the sequence. */
const unfold = (columns: readonly string[]) => `
  INSERT INTO creating
  SELECT p.row, p.part, p.contact_id, p.structure_id, p.row_hash, p.login,
    CASE WHEN v."CONTACT_NR" IS NULL THEN count(*) FILTER (WHERE v."CONTACT_NR" IS NULL) OVER (ORDER BY p.row, p.part) END, v.*
  FROM plan_change p, json_to_record(p.after) v(${columns.join(', ')}) WHERE ${CREATED}`;

/** What was planned to be created, unfolded once for all the tables that it goes to. */
async function createContacts(client: pg.ClientBase, applying: Applying, range: readonly unknown[]): Promise<void> {
  const columns = creatingColumns(applying.keys);
  await client.query(`
    CREATE TEMP TABLE creating (row int, part "ContactKind", contact_id bigint, structure_id bigint, row_hash bigint, login boolean, nth int, ${columns.join(', ')})
    ON COMMIT DROP`);
  const { rowCount: created } = await client.query(unfold(columns), [...range]);
  if (!created) return;
  await client.query('ANALYZE creating (contact_id)');
  await insertNewContacts(client, applying, applying.keys);
}

/** A contact whose version moved since the plan is a conflict: what was confirmed is no longer what would happen. So is one to remove that bought something since. */
const FILL_UPDATES = `
  INSERT INTO writing
  SELECT p.row, p.part, p.contact_id, p.address_uses, p.row_hash, p.login,
    CASE WHEN p.after::jsonb ?| ARRAY['EMAIL1', 'STATUS']
      THEN coalesce((SELECT m.login FROM contact_means m WHERE m.contact_id = p.contact_id), false) END,
    p.after::jsonb,
    (CASE WHEN c.version = p.contact_version AND NOT p.erased AND ${standsAsPlanned('$5')} THEN 'updated' ELSE 'conflict' END)::"Outcome", p.operation
  FROM plan_change p LEFT JOIN contact c ON c.id = p.contact_id WHERE ${RANGE} AND p.kind = 'update'`;

const RESULTS = `
  INSERT INTO change_result (institution_id, import_id, row, part, outcome, contact_id, login)
  SELECT $1::int, $2::int, row, part, 'created'::"Outcome", contact_id, NULL::boolean FROM creating
  UNION ALL SELECT $1, $2, row, part, 'conflict'::"Outcome", contact_id, NULL::boolean FROM conflicting
  UNION ALL SELECT $1, $2, row, part, outcome, contact_id, signed_in FROM writing`;

const SIGN = `
  UPDATE contact_number_sequence SET revision = revision + CASE WHEN writer = $3 THEN 0 ELSE 1 END, writer = $3
  WHERE institution_id = $1 AND environment = $2::"Environment"`;

interface Sequence {
  revision: string;
  writer: number | null;
}

/** Whether anybody but this import wrote contacts since the plan was made. */
const hasMoved = ({ revision, writer }: Sequence, { importId, planRevision }: Applying): boolean =>
  BigInt(revision) !== planRevision + (writer === importId ? 1n : 0n);

/** Carries out the changes of a range and writes what became of each; to be the one thing its transaction does. */
export async function applyChunk(client: pg.ClientBase, applying: Applying, range: RowRange): Promise<void> {
  const { institutionId, importId, environment, plannedAt } = applying;
  const inRange = [institutionId, importId, range.after, range.upTo];
  if (!applying.numbersMoved) await moveNumberSequence(client, applying);
  const { rows } = await client.query<Sequence>(LOCK_NUMBERS, [institutionId, environment]);
  const sequence = rows[0] as Sequence;
  await client.query(LOCK_CONTACTS, inRange);
  await client.query('CREATE TEMP TABLE conflicting (row int, part "ContactKind", contact_id bigint) ON COMMIT DROP');
  await client.query(`CREATE TEMP TABLE writing (${WRITING_COLUMNS}) ON COMMIT DROP`);
  if (applying.hasGaps || hasMoved(sequence, applying)) {
    await withFingerprints(client);
    await client.query(FIND_CONFLICTS, [...inRange, environment, plannedAt]);
  }
  if (applying.kind === 'undo' || applying.purpose === 'removal') await removeContacts(client, applying, range);
  await createContacts(client, applying, inRange);
  const { rowCount: updates } = await client.query(FILL_UPDATES, [...inRange, plannedAt]);
  if (updates) {
    await client.query('ANALYZE writing (row, contact_id, address, outcome)');
    await updateContacts(client, applying);
  }
  await client.query(RESULTS, [institutionId, importId]);
  if (applying.purpose === 'removal') await rememberErased(client, applying, range);
  await client.query(SIGN, [institutionId, environment, importId]);
}
