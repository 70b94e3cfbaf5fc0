import { recordEvent } from '@/lib/server/audit/record-event';
import { inScopeSql } from '@/lib/server/database/scope';
import { log } from '@/lib/server/log';
import { certificateHash } from './certificate';
import { certify } from './certify';

interface Due {
  approvalId: number;
  institutionId: number;
}

/** Looked for from the side of imports: of all runs only those that have ended and have no certificate yet. */
const DUE = `
  SELECT a.id AS "approvalId", a.institution_id AS "institutionId" FROM approval a JOIN import i ON i.id = a.import_id
  WHERE a.state = 'run' AND NOT a.certified AND i.state = 'applied' AND i.traces_due_at IS NULL ORDER BY a.id LIMIT 50`;

const HOLD = `SELECT FROM approval WHERE id = $1 AND state = 'run' AND NOT certified FOR UPDATE SKIP LOCKED`;
const ADD = 'INSERT INTO certificate (institution_id, approval_id, issued_at, content, hash) VALUES ($1, $2, $3, $4::jsonb, $5)';
const MARK = 'UPDATE approval SET certified = true WHERE id = $1';

/**
 * Issues the certificate of every approved removal that was carried out, once everything that it erases is gone, as of `now`. Each is one
 * transaction: issued once, whichever worker comes first and wherever one is killed. Its hash is in the audit trail.
 */
export async function issueCertificates(now: Date): Promise<void> {
  const { rows } = await inScopeSql({ kind: 'system' }, (client) => client.query<Due>(DUE));
  for (const due of rows) {
    // One that cannot be issued must not keep the others back.
    await issue(due, now).catch((error: unknown) => log.error({ approvalId: due.approvalId, err: error }, 'a certificate could not be issued'));
  }
}

async function issue({ approvalId, institutionId }: Due, now: Date): Promise<void> {
  await inScopeSql({ kind: 'institution', institutionId }, async (client) => {
    if ((await client.query(HOLD, [approvalId])).rowCount !== 1) return;
    const content = await certify(client, institutionId, approvalId);
    const hash = certificateHash(content);
    await client.query(ADD, [institutionId, approvalId, now, JSON.stringify(content), hash]);
    await client.query(MARK, [approvalId]);
    await recordEvent(client, { action: 'certificate.issue', subject: `import:${content.importId}`, details: { approval: approvalId, hash } });
  });
}
