import { connection } from '@/lib/server/database/connection';

export const dynamic = 'force-dynamic';

/** Whether this server can do its work: it answers and reaches the database as the app's role. */
export async function GET(): Promise<Response> {
  try {
    await connection().pool.query('SELECT 1');
    return Response.json({ ok: true });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}
