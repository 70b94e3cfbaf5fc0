import { countWorkers } from '@/lib/server/jobs/lease';

export const dynamic = 'force-dynamic';

/**
 * Whether this server can do its work: it answers and reaches the database as the app's role. `workers` is how many processes handle jobs;
 * without one imports wait, which is no fault of this server.
 */
export async function GET(): Promise<Response> {
  try {
    return Response.json({ ok: true, workers: await countWorkers() });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}
