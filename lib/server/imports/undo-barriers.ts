import type pg from 'pg';
import { personSql, withFingerprints } from '@/lib/server/removals/fingerprints';
import { issueSql, type UndoTask } from './undone-changes';

/** Structures that other relays belong to by now, or that keep some of the import's own. */
const IN_USE = `
  INSERT INTO undo_issue (row, part, code, level, params)
  SELECT u.row, u.part, ${issueSql('structure-in-use', `jsonb_build_object('count', count(*))`)}
  FROM undone u JOIN contact r ON r.structure_id = u.contact_id
  WHERE u.fate = 'removed' AND u.part = 'structure' AND NOT EXISTS (SELECT FROM undone x WHERE x.contact_id = r.id AND x.fate = 'removed')
  GROUP BY u.row, u.part`;

/** Whom an issue of this kind is about stays as it is. */
const KEEP = `UPDATE undone u SET fate = 'held' FROM undo_issue i WHERE i.code = $1 AND i.row = u.row AND i.part = u.part`;

/**
 * Contacts that are to come back, with what others may have got since. In plain columns: taking the values out of the JSON in a comparison
 * would keep row-level security from using the indexes.
 */
const COMING = `
  CREATE TEMP TABLE coming ON COMMIT DROP AS
  SELECT u.row, u.part, u.at, u.contact_id, u.structure_id, (p.before->>'CONTACT_NR') COLLATE "C" AS number, (o.after->>'EMAIL1') COLLATE "C" AS email,
    lower(o.after->>'EMAIL2') AS email2, lower(o.after->>'EMAIL3') AS email3, o.erased,
    ${personSql(`o.after->>'FIRSTNAME'`, `o.after->>'LASTNAME'`, `(o.after->>'BIRTHDATE')`)} AS person,
    o.after->>'OFFICIAL_NAME' AS name, foyer_plain(o.after->>'OFFICIAL_NAME') COLLATE "C" AS plain_name
  FROM undone u
  JOIN plan_change p ON p.institution_id = $institution AND p.import_id = $import AND p.row = u.row AND p.part = u.part
  JOIN plan_change o ON o.institution_id = $institution AND o.import_id = $origin AND o.row = u.row AND o.part = u.part
  WHERE u.fate = 'created'`;

/** A contact that came since, other than by an undo, which only brings back who was there. */
const CAME_SINCE = `c.created_at > w.at AND NOT EXISTS (SELECT FROM import i WHERE i.id = c.created_by_import AND i.kind <> 'file')`;

/** Whoever has the number, the e-mail or the name of a contact by now is taken for the same one: a twin is not made. */
const TAKEN = `
  INSERT INTO undo_issue (row, part, field, code, level, params)
  SELECT w.row, w.part, 'CONTACT_NR', ${issueSql('taken-since', `jsonb_build_object('value', w.number)`)}
  FROM coming w JOIN contact c ON c.environment = $1::"Environment" AND c.number = w.number
  UNION
  SELECT w.row, w.part, 'EMAIL1', ${issueSql('taken-since', `jsonb_build_object('value', w.email)`)}
  FROM coming w JOIN contact_means m ON m.environment = $1::"Environment" AND m.email1 = w.email JOIN contact c ON c.id = m.contact_id WHERE ${CAME_SINCE}
  UNION
  SELECT w.row, w.part, 'OFFICIAL_NAME', ${issueSql('taken-since', `jsonb_build_object('value', w.name)`)}
  FROM coming w JOIN contact c ON c.environment = $1::"Environment" AND c.plain_name = w.plain_name WHERE w.part = 'structure' AND ${CAME_SINCE}`;

/** Whoever was erased meanwhile, under this id or another, does not come back. */
const ERASED = `
  INSERT INTO undo_issue (row, part, code, level, params)
  SELECT DISTINCT w.row, w.part, ${issueSql('erased-person', `'{"kind": "contact"}'::jsonb`)}
  FROM coming w, LATERAL (VALUES ('number'::"FingerprintKind", w.number), ('email', lower(w.email)), ('email', w.email2), ('email', w.email3),
    ('person', w.person)) v(kind, value)
  WHERE w.erased OR (SELECT EXISTS (SELECT FROM erased_fingerprint f WHERE f.institution_id = foyer_institution() AND f.environment = $1::"Environment"))
    AND v.value IS NOT NULL AND EXISTS (SELECT FROM erased_fingerprint f
    WHERE f.institution_id = foyer_institution() AND f.environment = $1::"Environment" AND f.kind = v.kind AND f.digest = foyer_fingerprint(v.kind, v.value))`;

const WITHOUT_STRUCTURE = `
  INSERT INTO undo_issue (row, part, code, level, params)
  SELECT u.row, u.part, ${issueSql('structure-not-back')} FROM undone u
  WHERE u.fate = 'created' AND u.structure_id IS NOT NULL AND NOT EXISTS (SELECT FROM contact c WHERE c.id = u.structure_id)
    AND NOT EXISTS (SELECT FROM undone s WHERE s.contact_id = u.structure_id AND s.fate = 'created')`;

const COUNT = `SELECT count(*) FILTER (WHERE fate = 'removed')::int AS leaving, count(*) FILTER (WHERE fate = 'created')::int AS coming FROM undone`;

/** Keeps out of the undo whom others depend on by now, or whose place others have: their fate is to be held, and an issue says why. */
export async function keepWhatOthersNeed(client: pg.ClientBase, { institutionId, importId, origin, environment }: UndoTask): Promise<void> {
  const { rows } = await client.query<{ leaving: number; coming: number }>(COUNT);
  await client.query('CREATE INDEX ON undone (contact_id)');
  await client.query('ANALYZE undone');
  if (rows[0]?.leaving) {
    await client.query(IN_USE);
    await client.query(KEEP, ['structure-in-use']);
  }
  if (!rows[0]?.coming) return;
  await client.query(
    COMING.replaceAll('$institution', String(institutionId)).replaceAll('$import', String(importId)).replaceAll('$origin', String(origin)),
  );
  await client.query('ANALYZE coming');
  await client.query(TAKEN, [environment]);
  await client.query(KEEP, ['taken-since']);
  await withFingerprints(client);
  await client.query(ERASED, [environment]);
  await client.query(KEEP, ['erased-person']);
  await client.query(WITHOUT_STRUCTURE);
  await client.query(KEEP, ['structure-not-back']);
}
