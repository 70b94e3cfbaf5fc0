import { getLocale } from 'next-intl/server';
import { layoutOf } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { requireActor } from '@/lib/server/auth/current-session';
import { notFound } from '@/lib/server/errors';
import { FILE_TYPES, isFileFormat } from '@/lib/server/formats/file-format';
import { writeTemplate } from '@/lib/server/formats/write-template';
import { getLists } from '@/lib/server/institutions/get-lists';
import { refusal } from '@/lib/server/uploads/refusal';

/** An empty template with the values of the institution's lists, as `?layout=extended&format=xlsx`, in the language of the page. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor();
    const { searchParams } = new URL(request.url);
    const layout = layoutOf(searchParams.get('layout') ?? '');
    const format = searchParams.get('format') ?? '';
    if (!layout || !isFileFormat(format)) throw notFound('page');
    const bytes = writeTemplate({ layout, language: languageIn(await getLocale()), format, lists: await getLists(actor) });
    return new Response(Buffer.from(bytes), {
      headers: { 'content-type': FILE_TYPES[format], 'content-disposition': `attachment; filename="foyer-${layout.code}.${format}"` },
    });
  } catch (error) {
    return refusal(error);
  }
}
