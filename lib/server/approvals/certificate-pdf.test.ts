import { describe, expect, it } from 'vitest';
import { type CertificateContent, certificateHash } from './certificate';
import { certificatePdf } from './certificate-pdf';

const hash = (letter: string) => letter.repeat(64);

const content: CertificateContent = {
  version: 1,
  institution: { code: 'LAC', name: 'Théâtre du Lac' },
  environment: 'P',
  importId: 12,
  approvalId: 3,
  basis: 'retention',
  reason: 'Dix ans sans nouvelles — l’œuvre du « Studio », pour Łukasz et Ioánnis.',
  requestedBy: 'Łucja Żółć',
  requestedAt: '2026-11-24T10:00:00.000Z',
  approvedBy: 'Ivo Keller',
  approvedAt: '2026-11-24T11:00:00.000Z',
  begunAt: '2026-11-25T11:00:00.000Z',
  finishedAt: '2026-11-25T11:00:05.000Z',
  operations: [
    { operation: 'INVALIDATE', planned: 1200, done: 1199 },
    { operation: 'ANONYMIZE', planned: 3, done: 3 },
  ],
  rows: [
    { code: 'updated', count: 1202 },
    { code: 'held', count: 4 },
  ],
  held: [{ code: 'has-sales', count: 3 }],
  kept: [
    { code: 'sales', count: 2 },
    { code: 'fingerprint', count: 9 },
  ],
  hashes: { file: hash('a'), plan: hash('b'), result: hash('c') },
  audit: { place: 41, hash: hash('d') },
};

const issued = (change: Partial<CertificateContent> = {}) => {
  const changed = { ...content, ...change };
  return { content: changed, hash: certificateHash(changed), issuedAt: '2026-11-25T11:00:07.000Z' };
};

const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('the certificate as a PDF', () => {
  it.each(['en', 'fr'] as const)('is tagged, has a title that is shown, and says its language: %s', async (language) => {
    const raw = (await certificatePdf(issued(), language)).toString('latin1');
    expect(raw.slice(0, 8)).toBe('%PDF-1.7');
    expect(raw).toContain(`/Lang (${language})`);
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/DisplayDocTitle true');
    for (const tag of ['/S /Document', '/S /H1', '/S /H2', '/S /P']) expect(raw).toContain(tag);
  });

  it('brings its fonts along, for letters of any European language', async () => {
    const raw = (await certificatePdf(issued(), 'en')).toString('latin1');
    expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+Inter-Regular/);
    expect(raw).not.toContain('/BaseFont /Helvetica');
  });

  it('goes on on another page rather than losing a line', async () => {
    expect(pages(await certificatePdf(issued(), 'en'))).toBe(1);
    const held = Array.from({ length: 60 }, (_, index) => ({ code: `reason-${index}`, count: index }));
    expect(pages(await certificatePdf(issued({ held }), 'en'))).toBeGreaterThan(1);
  });

  it('is the same bytes whenever it is asked for', async () => {
    expect((await certificatePdf(issued(), 'fr')).equals(await certificatePdf(issued(), 'fr'))).toBe(true);
  });
});

describe('the hash of a certificate', () => {
  it('does not depend on the order of keys, and on everything else', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as CertificateContent;
    expect(certificateHash(turned)).toBe(certificateHash(content));
    expect(certificateHash({ ...content, reason: `${content.reason} ` })).not.toBe(certificateHash(content));
  });
});
