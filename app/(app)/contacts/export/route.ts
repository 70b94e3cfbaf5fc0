import { Readable } from 'node:stream';
import { z } from 'zod';
import { CONTACT_KINDS } from '@/components/contacts/contact-shapes';
import { EXPORT_CONTENTS } from '@/components/contacts/export-contents';
import { EXPORT_LAYOUTS } from '@/lib/engine';
import { requireActor } from '@/lib/server/auth/current-session';
import { exportContacts } from '@/lib/server/contacts/export-contacts';
import { notFound } from '@/lib/server/errors';
import { FILE_TYPES, isFileFormat } from '@/lib/server/formats/file-format';
import { writeTable } from '@/lib/server/formats/write-table';
import { refusal } from '@/lib/server/uploads/refusal';

const query = z.object({
  environment: z.enum(['P', 'PP']).catch('P'),
  search: z.string().max(200).optional().catch(undefined),
  kind: z.enum(CONTACT_KINDS).optional().catch(undefined),
  layout: z.enum(EXPORT_LAYOUTS).catch('roundtrip'),
  content: z.enum(Object.keys(EXPORT_CONTENTS) as [keyof typeof EXPORT_CONTENTS]).catch('everything'),
  format: z.string(),
});

/** The contacts that fit as a file that can come back, as `?environment=P&search=…&layout=roundtrip&content=everything&format=xlsx`. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor();
    const { format, content, ...wanted } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
    if (!isFileFormat(format)) throw notFound('page');
    const table = await exportContacts(actor, { ...wanted, groups: [...EXPORT_CONTENTS[content]] });
    const headers = { 'content-type': FILE_TYPES[format], 'content-disposition': `attachment; filename="foyer-contacts.${format}"` };
    return new Response(Readable.toWeb(writeTable(table, format)) as ReadableStream, { headers });
  } catch (error) {
    return refusal(error);
  }
}
