import { Readable } from 'node:stream';
import { DEFINITION_LISTS } from '@/lib/engine';
import { requireActor } from '@/lib/server/auth/current-session';
import { exportDefinitions } from '@/lib/server/criteria/export-definitions';
import { notFound } from '@/lib/server/errors';
import { FILE_TYPES, isFileFormat } from '@/lib/server/formats/file-format';
import { writeTable } from '@/lib/server/formats/write-table';
import { refusal } from '@/lib/server/uploads/refusal';

/** The definitions of the institution as a file that can come back, as `?list=criteria&format=xlsx`. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireActor();
    const { searchParams } = new URL(request.url);
    const format = searchParams.get('format') ?? '';
    const list = DEFINITION_LISTS.find((each) => each === searchParams.get('list'));
    if (!list || !isFileFormat(format)) throw notFound('page');
    const table = await exportDefinitions(actor, { list });
    const headers = { 'content-type': FILE_TYPES[format], 'content-disposition': `attachment; filename="foyer-${list}.${format}"` };
    return new Response(Readable.toWeb(writeTable(table, format)) as ReadableStream, { headers });
  } catch (error) {
    return refusal(error);
  }
}
