import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { languageIn } from '@/lib/i18n';
import { certificatePdf } from '@/lib/server/approvals/certificate-pdf';
import { getCertificate } from '@/lib/server/approvals/get-certificate';
import { requireActor } from '@/lib/server/auth/current-session';
import { notFound } from '@/lib/server/errors';
import { refusal } from '@/lib/server/uploads/refusal';

const TYPES = { pdf: 'application/pdf', json: 'application/json' } as const;

const wanted = z.object({ id: z.coerce.number().int().positive(), format: z.enum(['pdf', 'json']) });

/** The certificate of a removal, as `?format=pdf` in the language of the page, or as `?format=json`. */
export async function GET(request: Request, { params }: RouteContext<'/imports/[id]/certificate'>): Promise<Response> {
  try {
    const actor = await requireActor();
    const parsed = wanted.safeParse({ id: (await params).id, format: new URL(request.url).searchParams.get('format') });
    if (!parsed.success) throw notFound('page');
    const { id, format } = parsed.data;
    const certificate = await getCertificate(actor, { importId: id });
    const body =
      format === 'json'
        ? `${JSON.stringify(certificate, null, 2)}\n`
        : Uint8Array.from(await certificatePdf(certificate, languageIn(await getLocale())));
    return new Response(body, {
      headers: { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="foyer-certificate-${id}.${format}"` },
    });
  } catch (error) {
    return refusal(error);
  }
}
