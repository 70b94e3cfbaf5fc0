import type pg from 'pg';
import { BUCKETS, REMOVALS } from '@/lib/engine';
import { readCounts } from '@/lib/server/imports/import-counts';
import { type CertificateContent, certificateContent } from './certificate';
import { resultHash } from './result-hash';
import { seenPlan } from './seen-plan';

const FACTS = `
  SELECT n.code, n.name, i.environment, i.id AS "importId", i.counts, i.applied_at AS "finishedAt", f.sha256, a.plan_hash AS "planHash", a.plan,
    a.basis, a.reason, a.requester_name AS "requestedBy", a.requested_at AS "requestedAt", a.decider_name AS "approvedBy",
    a.decided_at AS "approvedAt", a.ended_at AS "begunAt"
  FROM approval a JOIN import i ON i.id = a.import_id JOIN stored_file f ON f.id = i.file_id JOIN institution n ON n.id = a.institution_id
  WHERE a.id = $1`;

interface Facts {
  code: string;
  name: string;
  environment: 'PP' | 'P';
  importId: number;
  counts: unknown;
  finishedAt: Date;
  sha256: string | null;
  planHash: string;
  plan: unknown;
  basis: string;
  reason: string;
  requestedBy: string;
  requestedAt: Date;
  approvedBy: string;
  approvedAt: Date;
  begunAt: Date;
}

/** Contacts that were changed as planned, by operation. */
const DONE = `
  SELECT p.operation::text AS code, count(*)::int AS count FROM change_result d JOIN plan_change p USING (institution_id, import_id, row, part)
  WHERE d.institution_id = $1 AND d.import_id = $2 AND d.outcome IN ('updated', 'removed') AND p.operation IS NOT NULL GROUP BY 1`;

const ERASED = `
  SELECT p.operation, d.contact_id FROM change_result d JOIN plan_change p USING (institution_id, import_id, row, part)
  WHERE d.institution_id = $1 AND d.import_id = $2 AND d.outcome = 'updated' AND p.operation IN ('DELETE', 'ANONYMIZE')`;

/** What stays of those whose information went: their sales, where they lived, and by what they would be known again. */
const KEPT = `
  WITH erased AS MATERIALIZED (${ERASED})
  SELECT 'sales' AS code, count(*)::int AS count FROM erased e JOIN contact_standing s ON s.institution_id = $1 AND s.contact_id = e.contact_id AND s.sales > 0
  UNION ALL SELECT 'place', count(*)::int FROM erased e WHERE e.operation = 'ANONYMIZE' AND EXISTS (
    SELECT FROM contact_address a WHERE a.institution_id = $1 AND a.contact_id = e.contact_id AND coalesce(a.country, a.zip_code, a.town) IS NOT NULL)
  UNION ALL SELECT 'fingerprint', count(*)::int FROM erased_fingerprint f WHERE f.institution_id = $1 AND f.import_id = $2`;

/** The end of the institution's audit trail at this moment. */
const HEAD = 'SELECT place::int AS place, hash FROM audit_link WHERE institution_id = $1 ORDER BY place DESC LIMIT 1';

type Counted = { code: string; count: number };

/** What the certificate of a removal that was carried out says, counted from the database in the institution's scope. */
export async function certify(client: pg.ClientBase, institutionId: number, approvalId: number): Promise<CertificateContent> {
  const facts = (await client.query<Facts>(FACTS, [approvalId])).rows[0] as Facts;
  const ids = [institutionId, facts.importId];
  const done = (await client.query<Counted>(DONE, ids)).rows;
  const kept = (await client.query<Counted>(KEPT, ids)).rows;
  const audit = (await client.query<{ place: number; hash: string }>(HEAD, [institutionId])).rows[0] ?? null;
  const seen = seenPlan.parse(facts.plan);
  const { counts } = readCounts(facts.counts);
  const doneOf = (operation: string) => done.find(({ code }) => code === operation)?.count ?? 0;
  const { code, name, environment, importId, basis, reason, requestedBy, approvedBy } = facts;
  return certificateContent.parse({
    version: 1,
    institution: { code, name },
    ...{ environment, importId, approvalId, basis, reason, requestedBy, approvedBy },
    requestedAt: facts.requestedAt.toISOString(),
    approvedAt: facts.approvedAt.toISOString(),
    begunAt: facts.begunAt.toISOString(),
    finishedAt: facts.finishedAt.toISOString(),
    operations: REMOVALS.map((operation) => ({ operation, planned: seen.perOperation[operation] ?? 0, done: doneOf(operation) })).filter(
      ({ planned }) => planned > 0,
    ),
    rows: BUCKETS.flatMap((bucket) => (counts && counts[bucket] > 0 ? [{ code: bucket, count: counts[bucket] }] : [])),
    held: seen.blockers,
    kept: kept.filter(({ count }) => count > 0),
    hashes: { file: facts.sha256, plan: facts.planHash, result: await resultHash(client, { institutionId, importId }) },
    audit,
  });
}
