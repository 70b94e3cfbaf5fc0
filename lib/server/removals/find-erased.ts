import type pg from 'pg';
import type { Mapping } from '@/lib/engine';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { ofPlan, type PlanTarget } from '@/lib/server/imports/plan-target';
import { stagedRows } from '@/lib/server/imports/recheck-rows';
import { personSql, withFingerprints } from './fingerprints';

const ANY = `SELECT EXISTS (SELECT FROM erased_fingerprint WHERE institution_id = foyer_institution() AND environment = $1::"Environment") AS found`;

const NONE = 'CREATE TEMP TABLE erased_row (row int PRIMARY KEY, kind "FingerprintKind") ON COMMIT DROP';

/**
 * What the rows of `staged` say that may be of somebody who was erased. Who is there is not: a number whose contact holds its information, an
 * e-mail that some contact has (another than the first: that the contact has whom the row finds), the name of a row that finds somebody.
 */
const said = (target: PlanTarget) => `
  SELECT s.row, 'number'::"FingerprintKind" AS kind, s.key_number AS value
  FROM staged s LEFT JOIN number_hit n ON n.number = s.key_number WHERE s.key_number IS NOT NULL AND (n.id IS NULL OR n.erasure IS NOT NULL)
  UNION ALL
  SELECT s.row, 'email', lower(s.key_email) FROM staged s WHERE s.key_email IS NOT NULL AND NOT EXISTS (SELECT FROM email_hit e WHERE e.email = s.key_email)
  UNION ALL
  SELECT s.row, 'email', lower(btrim(r.cells[at]))
  FROM (${stagedRows(target)}) LEFT JOIN number_hit n ON n.number = s.key_number LEFT JOIN email_hit e ON e.email = s.key_email, unnest($2::int[]) at
  WHERE r.cells[at] <> '' AND NOT EXISTS (SELECT FROM contact_means m
    WHERE m.contact_id = coalesce(n.id, e.id) AND lower(btrim(r.cells[at])) IN (lower(m.email1), lower(m.email2), lower(m.email3)))
  UNION ALL
  SELECT a.row, 'email', lower(said.email)
  FROM ${target.changes} a LEFT JOIN staged s ON s.row = a.row LEFT JOIN number_hit n ON n.number = s.key_number LEFT JOIN email_hit e ON e.email = s.key_email,
    unnest(ARRAY[a.after->>'EMAIL2', a.after->>'EMAIL3']) said(email)
  WHERE ${ofPlan(target, 'a')} AND said.email IS NOT NULL AND NOT EXISTS (SELECT FROM contact_means m
    WHERE m.contact_id = coalesce(n.id, e.id) AND lower(said.email) IN (lower(m.email1), lower(m.email2), lower(m.email3)))
  UNION ALL
  SELECT a.row, 'person', ${personSql(`a.after->>'FIRSTNAME'`, `a.after->>'LASTNAME'`, `(a.after->>'BIRTHDATE')`)}
  FROM ${target.changes} a JOIN staged s ON s.row = a.row LEFT JOIN number_hit n ON n.number = s.key_number LEFT JOIN email_hit e ON e.email = s.key_email
  WHERE ${ofPlan(target, 'a')} AND a.after->>'BIRTHDATE' IS NOT NULL AND n.id IS NULL AND e.email IS NULL`;

const find = (target: PlanTarget) => `
  INSERT INTO erased_row
  SELECT DISTINCT ON (said.row) said.row, said.kind
  FROM (${said(target)}) said
  JOIN erased_fingerprint f ON f.institution_id = foyer_institution() AND f.environment = $1::"Environment" AND f.kind = said.kind
    AND f.digest = foyer_fingerprint(said.kind, said.value)
  WHERE said.value IS NOT NULL ORDER BY said.row, said.kind`;

/** Places, from 1, of the columns of e-mails behind the first, which is a key of its row. What edits make of cells is in what becomes of the row. */
const furtherEmails = (mapping: Mapping): number[] =>
  Object.entries(mapping).flatMap(([index, field]) => (field === 'EMAIL2' || field === 'EMAIL3' ? [Number(index) + 1] : []));

/**
 * Fills the temporary table `erased_row` with the rows of `staged` that are about somebody who was erased, and by what that is known. With
 * nobody erased it costs one look; without a mapping, where it was decided that they may come back, nothing.
 */
export async function findErased(client: pg.ClientBase, target: PlanTarget, environment: Environment, mapping: Mapping | null): Promise<void> {
  await client.query(NONE);
  if (!mapping) return;
  const { rows } = await client.query<{ found: boolean }>(ANY, [environment]);
  if (!rows[0]?.found) return;
  await withFingerprints(client);
  await client.query(find(target), [environment, furtherEmails(mapping)]);
  await client.query('ANALYZE erased_row');
}
