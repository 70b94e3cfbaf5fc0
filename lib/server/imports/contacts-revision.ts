import type pg from 'pg';
import type { Environment } from '@/lib/server/generated/prisma/client';

const REVISION = `
  SELECT coalesce(max(revision), 0)::text AS revision FROM contact_number_sequence
  WHERE institution_id = foyer_institution() AND environment = $1::"Environment"`;

/** By which a plan tells later whether anybody wrote contacts of the environment since (see contact_number_sequence). */
export async function contactsRevision(client: pg.ClientBase, environment: Environment): Promise<string> {
  const { rows } = await client.query<{ revision: string }>(REVISION, [environment]);
  return rows[0]?.revision ?? '0';
}
