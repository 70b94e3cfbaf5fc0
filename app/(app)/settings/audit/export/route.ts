import { Readable } from 'node:stream';
import { eventFilter } from '@/lib/server/audit/event-filter';
import { exportEvents } from '@/lib/server/audit/export-events';
import { isTrailFormat, TRAIL_TYPES, writeEvents } from '@/lib/server/audit/write-events';
import { requireActor } from '@/lib/server/auth/current-session';
import { notFound } from '@/lib/server/errors';
import { refusal } from '@/lib/server/uploads/refusal';

/** The events that fit as a file, as `?format=csv` or `?format=jsonl` with the filters of the page. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor();
    const { format = '', ...wanted } = Object.fromEntries(new URL(request.url).searchParams);
    const filter = eventFilter.safeParse(wanted);
    if (!isTrailFormat(format) || !filter.success) throw notFound('page');
    const pages = await exportEvents(actor, filter.data);
    const headers = { 'content-type': TRAIL_TYPES[format], 'content-disposition': `attachment; filename="foyer-audit.${format}"` };
    return new Response(Readable.toWeb(writeEvents(pages, format)) as ReadableStream, { headers });
  } catch (error) {
    return refusal(error);
  }
}
