import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { verifyTrail } from '@/lib/server/audit/verify-trail';
import { getUndo } from '@/lib/server/imports/get-undo';
import { undoImport } from '@/lib/server/imports/undo-import';
import { eraseTraces } from '@/lib/server/removals/erase-traces';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor, makeInstitution } from '@/lib/testing/factories';
import { carryOutRemoval, makeKnownContact, makePlannedRemoval } from '@/lib/testing/removals';
import { runUndo } from '@/lib/testing/run-import';
import { certificateHash } from './certificate';
import { certificatePdf } from './certificate-pdf';
import { getApproval } from './get-approval';
import { getCertificate } from './get-certificate';
import { issueCertificates } from './issue-certificates';

let db: TestDatabase;
let institutionId: number;
let manager: Actor;
beforeAll(async () => {
  db = await testDatabase();
  institutionId = (await makeInstitution(db)).id;
  manager = await makeActor(db, { role: 'manager', institutionId });
  for (let index = 0; index < 60; index++) await makeKnownContact(db, institutionId);
});
afterAll(() => db.close());

let importId: number;
let anonymized: string;
beforeEach(async () => {
  const [first, second, owing] = [
    await makeKnownContact(db, institutionId),
    await makeKnownContact(db, institutionId),
    await makeKnownContact(db, institutionId, { balance: -100 }),
  ];
  anonymized = await makeKnownContact(db, institutionId, { sales: 3 });
  importId = await makePlannedRemoval(db, manager, [
    ['INVALIDATE', first],
    ['INVALIDATE', second],
    ['ANONYMIZE', anonymized],
    ['ANONYMIZE', owing],
  ]);
});

/** Carried out, with everything gone that it erases elsewhere. */
async function carriedOut() {
  const detail = await carryOutRemoval(db, manager, importId);
  await eraseTraces(new AbortController().signal);
  return detail;
}

describe('the certificate of a removal', () => {
  it('says who asked and approved, on what ground, how many of what, what was held and what is kept', async () => {
    await carriedOut();
    await issueCertificates(new Date());
    const { content, hash } = await getCertificate(manager, { importId });
    expect(content).toMatchObject({
      basis: 'person_asked',
      reason: 'They asked for it by letter.',
      requestedBy: 'Somebody',
      approvedBy: 'Somebody',
      environment: 'P',
      rows: [
        { code: 'updated', count: 3 },
        { code: 'held', count: 1 },
      ],
      held: [{ code: 'debts-or-credits', count: 1 }],
      hashes: { plan: expect.stringMatching(/^[0-9a-f]{64}$/), file: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(content.operations).toEqual([
      { operation: 'INVALIDATE', planned: 2, done: 2 },
      { operation: 'ANONYMIZE', planned: 1, done: 1 },
    ]);
    expect(content.kept).toContainEqual({ code: 'sales', count: 1 });
    expect(content.kept).toContainEqual({ code: 'place', count: 1 });
    expect(hash).toBe(certificateHash(content));
    expect(await getApproval(manager, { importId })).toMatchObject({ hasCertificate: true });
  });

  it('names no contact: neither names, numbers nor places', async () => {
    await carriedOut();
    await issueCertificates(new Date());
    const text = JSON.stringify((await getCertificate(manager, { importId })).content);
    for (const personal of ['Ada', 'Known', 'Grenoble', 'rue Haute', `"${anonymized}"`]) expect(text).not.toContain(personal);
  });

  it('has a hash of the result that anybody can work out from what became of each change', async () => {
    await carriedOut();
    await issueCertificates(new Date());
    const { hashes } = (await getCertificate(manager, { importId })).content;
    const lines = ['2;individual;INVALIDATE;updated', '3;individual;INVALIDATE;updated', '4;individual;ANONYMIZE;updated'];
    expect(hashes.result).toBe(
      createHash('sha256')
        .update(`${lines.join('\n')}\n`)
        .digest('hex'),
    );
  });

  it('tells what was done, not what was planned, when a contact changed meanwhile', async () => {
    await db.ownerQuery('UPDATE contact SET version = version + 1 WHERE institution_id = $1 AND number = $2', [institutionId, anonymized]);
    await carriedOut();
    await issueCertificates(new Date());
    const { operations, kept } = (await getCertificate(manager, { importId })).content;
    expect(operations).toContainEqual({ operation: 'ANONYMIZE', planned: 1, done: 0 });
    expect(kept).toEqual([]);
  });

  it('is issued once, whichever worker comes first, and its hash is in the audit trail', async () => {
    await carriedOut();
    await Promise.all([issueCertificates(new Date()), issueCertificates(new Date()), issueCertificates(new Date())]);
    const { hash, issuedAt, content } = await getCertificate(manager, { importId });
    await issueCertificates(new Date(Date.now() + 1000));
    expect((await getCertificate(manager, { importId })).issuedAt).toBe(issuedAt);
    const events = await db.ownerQuery('SELECT details FROM audit_event WHERE action = $1 AND subject = $2', [
      'certificate.issue',
      `import:${importId}`,
    ]);
    expect(events).toEqual([{ details: { approval: content.approvalId, hash } }]);
    expect((await verifyTrail(manager)).findings).toEqual([]);
  });

  it('waits until every trace of what was erased is gone', async () => {
    await carryOutRemoval(db, manager, importId);
    await issueCertificates(new Date());
    await expect(getCertificate(manager, { importId })).rejects.toMatchObject({ code: 'certificate-not-ready' });
  });

  it('is not there before anything was done', async () => {
    await issueCertificates(new Date());
    await expect(getCertificate(manager, { importId })).rejects.toMatchObject({ code: 'certificate-not-ready' });
  });

  it('stays as it was issued', async () => {
    await carriedOut();
    await issueCertificates(new Date());
    await expect(db.ownerQuery(`UPDATE certificate SET content = '{}'`)).rejects.toThrow(/only ever added to/);
  });

  it('is no importer’s to have', async () => {
    const importer = await makeActor(db, { role: 'importer', institutionId });
    await expect(getCertificate(importer, { importId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the certificate as a PDF', () => {
  it.each(['en', 'fr'] as const)('is tagged, titled and in its language: %s', async (language) => {
    await carriedOut();
    await issueCertificates(new Date());
    const bytes = await certificatePdf(await getCertificate(manager, { importId }), language);
    const raw = bytes.toString('latin1');
    expect(raw.slice(0, 8)).toBe('%PDF-1.7');
    expect(raw).toContain(`/Lang (${language})`);
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/DisplayDocTitle true');
  });
});

describe('a removal that was taken back', () => {
  it('is not done again without another approval', async () => {
    await carriedOut();
    const undo = await runUndo(manager, importId);
    expect(undo.counts).toMatchObject({ updated: 2 });
    expect(await getUndo(manager, { importId: undo.id })).toBeNull();
    await expect(undoImport(manager, { importId: undo.id })).rejects.toMatchObject({ code: 'redo-needs-approval' });
  });
});
