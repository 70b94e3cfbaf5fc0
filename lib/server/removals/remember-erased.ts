import type pg from 'pg';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { ERASING } from './erasing';
import { personSql, withFingerprints } from './fingerprints';

interface Target {
  institutionId: number;
  importId: number;
  environment: Environment;
}

/** Rows (first exclusive, last inclusive) of a plan. */
interface RowRange {
  after: number;
  upTo: number;
}

const WAS = (key: string, column: string) => `coalesce(v."${key}", ${column})`;

/** Who was erased by a range of a plan, with what they were known by. A contact that is still there holds what its change left alone. */
const ERASED = `
  CREATE TEMP TABLE erased_now ON COMMIT DROP AS
  SELECT ${WAS('CONTACT_NR', 'c.number')} AS number, v."EMAIL1" AS email1, v."EMAIL2" AS email2, v."EMAIL3" AS email3,
    ${personSql(WAS('FIRSTNAME', 'c.first_name'), WAS('LASTNAME', 'c.last_name'), WAS('BIRTHDATE', `to_char(c.birth_date, 'YYYY-MM-DD')`))} AS person
  FROM plan_change p JOIN change_result d USING (institution_id, import_id, row, part) LEFT JOIN contact c ON c.id = p.contact_id,
    json_to_record(p.before) v("CONTACT_NR" text, "FIRSTNAME" text, "LASTNAME" text, "BIRTHDATE" text, "EMAIL1" text, "EMAIL2" text, "EMAIL3" text)
  WHERE p.institution_id = $institution AND p.import_id = $import AND p.row > $after AND p.row <= $upto
    AND p.operation IN ${ERASING} AND d.outcome IN ('updated', 'removed')`;

const REMEMBER = `
  INSERT INTO erased_fingerprint (institution_id, environment, kind, digest, import_id)
  SELECT DISTINCT $1::int, $2::"Environment", v.kind, foyer_fingerprint(v.kind, v.value), $3::int
  FROM erased_now e, LATERAL (VALUES ('number'::"FingerprintKind", e.number), ('email', lower(e.email1)), ('email', lower(e.email2)),
    ('email', lower(e.email3)), ('person', e.person)) v(kind, value)
  WHERE v.value IS NOT NULL
  ON CONFLICT DO NOTHING`;

const TRACES_DUE = 'UPDATE import SET traces_due_at = coalesce(traces_due_at, now()) WHERE id = $1';

/**
 * Keeps the fingerprints of whom a range of a plan erased, in the transaction that did it, and notes that their traces elsewhere are to be
 * taken away (erase-traces.ts). The values of the plan are still there; nothing else of those people is.
 */
export async function rememberErased(
  client: pg.ClientBase,
  { institutionId, importId, environment }: Target,
  { after, upTo }: RowRange,
): Promise<void> {
  const places = { $institution: institutionId, $import: importId, $after: after, $upto: upTo };
  const sql = Object.entries(places).reduce((text, [place, value]) => text.replaceAll(place, String(value)), ERASED);
  const { rowCount } = await client.query(sql);
  if (rowCount) {
    await withFingerprints(client);
    await client.query(REMEMBER, [institutionId, environment, importId]);
    await client.query(TRACES_DUE, [importId]);
  }
  await client.query('DROP TABLE erased_now');
}
