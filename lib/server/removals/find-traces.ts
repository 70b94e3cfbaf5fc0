import type pg from 'pg';
import { ERASING } from './erasing';
import { stageUnplanned } from './stage-unplanned';

/** Imports that still hold values (see purge-imports.ts), of the institution whose scope it is. */
export const HOLDING = '(SELECT i.id FROM import i WHERE i.institution_id = foyer_institution() AND i.purged_at IS NULL)';

/** Whose information alone was erased still has a name. */
const WAS = (key: string, column: string) => `coalesce(p.before->>'${key}', CASE WHEN p.operation = 'DELETE' THEN ${column} END)`;

/**
 * Whom the import has erased: the values are those that its own plan remembers until all other traces are gone. Names and addresses of e-mail
 * without capitals, as people type them.
 */
const PEOPLE = `
  CREATE TEMP TABLE erased_person ON COMMIT DROP AS
  SELECT p.contact_id, coalesce(p.before->>'CONTACT_NR', c.number) AS number, lower(${WAS('FIRSTNAME', 'c.first_name')}) AS first,
    lower(coalesce(${WAS('LASTNAME', 'c.last_name')}, ${WAS('OFFICIAL_NAME', 'c.official_name')})) AS last,
    array_remove(ARRAY[lower(p.before->>'EMAIL1'), lower(p.before->>'EMAIL2'), lower(p.before->>'EMAIL3')], NULL) AS emails
  FROM plan_change p JOIN change_result d USING (institution_id, import_id, row, part) LEFT JOIN contact c ON c.id = p.contact_id
  WHERE p.institution_id = foyer_institution() AND p.import_id = $import AND p.operation IN ${ERASING} AND NOT p.erased AND d.outcome IN ('updated', 'removed')`;

/** What may be found of them in texts: too short a name would be found in half of all words. */
const VALUES = `
  CREATE TEMP TABLE erased_value ON COMMIT DROP AS
  SELECT DISTINCT v.value FROM erased_person e, LATERAL (SELECT e.last UNION SELECT e.first UNION SELECT unnest(e.emails)) v(value) WHERE length(v.value) > 2`;

const EMAILS = 'CREATE TEMP TABLE erased_email ON COMMIT DROP AS SELECT DISTINCT unnest(emails) AS email FROM erased_person';

/** Contacts by their ids: those that were erased, and with FIND_GHOSTS those of the same people that are no longer, or never were, there. */
const IDS = [
  'CREATE TEMP TABLE erased_id (contact_id bigint PRIMARY KEY) ON COMMIT DROP',
  'INSERT INTO erased_id SELECT DISTINCT contact_id FROM erased_person',
];

const TRACES = 'CREATE TEMP TABLE trace (import_id int, row int, PRIMARY KEY (import_id, row)) ON COMMIT DROP';

/** Rows that change one of these contacts. */
const BY_CONTACT = `
  INSERT INTO trace SELECT DISTINCT p.import_id, p.row FROM plan_change p JOIN erased_id e USING (contact_id)
  WHERE p.institution_id = foyer_institution() AND p.import_id IN ${HOLDING} ON CONFLICT DO NOTHING`;

/** E-mails that they had before, as plans tell. */
const EARLIER_EMAILS = `
  INSERT INTO erased_email SELECT DISTINCT lower(v.email) FROM plan_change p JOIN erased_id e USING (contact_id),
    json_to_record(p.after) a("EMAIL1" text, "EMAIL2" text, "EMAIL3" text), LATERAL (VALUES (a."EMAIL1"), (a."EMAIL2"), (a."EMAIL3")) v(email)
  WHERE p.institution_id = foyer_institution() AND p.import_id IN ${HOLDING} AND v.email IS NOT NULL
    AND NOT EXISTS (SELECT FROM erased_email k WHERE k.email = lower(v.email))`;
const EARLIER_VALUES = 'INSERT INTO erased_value SELECT email FROM erased_email EXCEPT SELECT value FROM erased_value';

/** Rows that were merged into a row that is a trace. */
const BY_MERGE = `
  INSERT INTO trace SELECT DISTINCT i.import_id, i.row FROM import_issue i JOIN trace t ON t.import_id = i.import_id AND t.row = (i.params->>'row')::int
  WHERE i.institution_id = foyer_institution() AND i.code IN ('merged-into-row', 'first-row-refused') ON CONFLICT DO NOTHING`;

const NAMES = 'CREATE TEMP TABLE erased_name ON COMMIT DROP AS SELECT DISTINCT last, first FROM erased_person WHERE last IS NOT NULL';

/**
 * Rows that may say something of them all the same. A row that is about a contact who is there is that contact's, whatever they share. Files
 * that nobody planned are told by their import alone, as row 0.
 */
const CANDIDATES = `
  CREATE TEMP TABLE candidate ON COMMIT DROP AS
  SELECT r.import_id, r.row, r.cells FROM import_row r
  WHERE r.institution_id = foyer_institution() AND r.import_id IN ${HOLDING} AND r.cells <> '{}'
    AND NOT EXISTS (SELECT FROM trace t WHERE t.import_id = r.import_id AND t.row = r.row)
    AND NOT EXISTS (SELECT FROM plan_change p JOIN contact c ON c.id = p.contact_id
      WHERE p.institution_id = foyer_institution() AND p.import_id = r.import_id AND p.row = r.row)
  UNION ALL
  SELECT import_id, 0, cells FROM unplanned_row`;

const FOUND = 'INSERT INTO trace SELECT DISTINCT k.import_id, k.row FROM candidate k';

/** An e-mail of theirs, or both of their names, anywhere; the number alone in the column that is mapped to it. */
const BY_VALUE = [
  `${FOUND}, unnest(k.cells) cell JOIN erased_email e ON e.email = lower(btrim(cell)) ON CONFLICT DO NOTHING`,
  `${FOUND}, unnest(k.cells) one, unnest(k.cells) other JOIN erased_name n ON n.first = lower(btrim(other))
   WHERE n.last = lower(btrim(one)) ON CONFLICT DO NOTHING`,
  `${FOUND}, unnest(k.cells) cell JOIN erased_name n ON n.last = lower(btrim(cell)) WHERE n.first IS NULL ON CONFLICT DO NOTHING`,
  `${FOUND} JOIN import i ON i.id = k.import_id
     CROSS JOIN LATERAL jsonb_each_text(CASE WHEN jsonb_typeof(i.mapping) = 'object' THEN i.mapping ELSE '{}' END) m(at, field)
     JOIN erased_person e ON e.number = btrim(k.cells[m.at::int + 1])
   WHERE m.field = 'CONTACT_NR' AND k.row > 0 AND i.environment = (SELECT environment FROM import WHERE id = $import) ON CONFLICT DO NOTHING`,
];

const FIND_GHOSTS = `
  INSERT INTO erased_id SELECT DISTINCT p.contact_id FROM plan_change p JOIN trace t ON t.import_id = p.import_id AND t.row = p.row
  WHERE p.institution_id = foyer_institution() AND NOT EXISTS (SELECT FROM contact c WHERE c.id = p.contact_id)
  ON CONFLICT DO NOTHING`;

/** Fills the temporary table `erased_person` with whom an import erased and whose traces are still about. Gives how many people they are. */
export async function findPeople(client: pg.ClientBase, importId: number): Promise<number> {
  const { rowCount } = await client.query(PEOPLE.replaceAll('$import', String(importId)));
  return rowCount ?? 0;
}

/**
 * Finds, in the imports of the institution, all that is left of the people in `erased_person`: fills the temporary tables `erased_value`,
 * `erased_email`, `erased_id`, `trace` and `unreadable`.
 */
export async function findTraces(client: pg.ClientBase, importId: number): Promise<void> {
  for (const sql of [VALUES, EMAILS, NAMES, ...IDS, TRACES]) await client.query(sql);
  await client.query('ANALYZE erased_person, erased_value, erased_email, erased_name, erased_id');
  await stageUnplanned(client);
  for (const sql of [BY_CONTACT, EARLIER_EMAILS, EARLIER_VALUES]) await client.query(sql);
  await client.query('ANALYZE trace, erased_email, erased_value');
  await client.query(CANDIDATES);
  await client.query('ANALYZE candidate');
  for (const sql of [...BY_VALUE, FIND_GHOSTS, BY_CONTACT, BY_MERGE]) await client.query(sql.replaceAll('$import', String(importId)));
  await client.query('ANALYZE trace');
}
