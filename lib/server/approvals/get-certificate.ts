import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { AppError, notFound } from '@/lib/server/errors';
import { type CertificateContent, certificateContent } from './certificate';

const input = z.object({ importId: z.int().positive() });

export interface IssuedCertificate {
  content: CertificateContent;
  /** Over the content; see certificateHash. */
  hash: string;
  /** ISO text. */
  issuedAt: string;
}

/**
 * The certificate of a removal as it was issued. Throws `not-found`, and `certificate-not-ready` where nothing was carried out, or not everything
 * yet.
 */
export async function getCertificate(actor: Actor, request: z.input<typeof input>): Promise<IssuedCertificate> {
  requirePermission(actor, 'certificate.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    if (!(await db.import.count({ where: { id: importId } }))) throw notFound('import');
    const found = await db.certificate.findFirst({ where: { approval: { importId } }, orderBy: { approvalId: 'desc' } });
    if (!found) throw new AppError('certificate-not-ready', {}, 409);
    return { content: certificateContent.parse(found.content), hash: found.hash, issuedAt: found.issuedAt.toISOString() };
  });
}
