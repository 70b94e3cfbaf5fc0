import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { handleUpload } from '@/lib/server/uploads/handle-upload';

/** The header in which the sender says who it is: there are no sessions here. */
export const ACTOR_HEADER = 'x-crash-actor';

const actor = z.object({ userId: z.int(), institutionId: z.int(), roles: z.array(z.literal('manager')), staff: z.literal(false) });

/** Takes uploads as the web process does, on a port of its own, until it is killed. */
export function takeUploads(port: number): Promise<never> {
  createServer(async (incoming, outgoing) => {
    const body = incoming.method === 'PATCH' ? (Readable.toWeb(incoming) as ReadableStream) : undefined;
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] satisfies [string, string]);
    const init = { method: incoming.method, headers, body, duplex: 'half' } as RequestInit;
    const who = actor.parse(JSON.parse(String(incoming.headers[ACTOR_HEADER])));
    const answer = await handleUpload(new Request(`http://127.0.0.1:${port}${incoming.url}`, init), who);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }).listen(port, '127.0.0.1');
  return new Promise(() => undefined);
}
