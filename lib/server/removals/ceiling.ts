import type pg from 'pg';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { ceilingOf } from '@/lib/server/institutions/settings';

/** How much one removal may touch, as the institution decided, and whether this one touches more: then nobody may approve it. */
export interface Ceiling {
  /** Of the contacts of the environment, in a hundred. */
  percent: number;
  /** Contacts. */
  number: number;
  exceeded: boolean;
}

const BASE = 'SELECT count(*)::int AS count FROM contact WHERE institution_id = $1 AND environment = $2::"Environment"';
const SETTINGS = 'SELECT settings FROM institution WHERE id = $1';

/** The ceiling for a removal that touches `touched` contacts of an environment, how many contacts it has, and the share that is touched, 0 to 1. */
export async function ceilingFor(
  client: pg.ClientBase,
  { institutionId, environment }: { institutionId: number; environment: Environment },
  touched: number,
): Promise<Ceiling & { share: number; base: number }> {
  const { rows: settings } = await client.query<{ settings: unknown }>(SETTINGS, [institutionId]);
  const { rows: bases } = await client.query<{ count: number }>(BASE, [institutionId, environment]);
  const { percent, number } = ceilingOf(settings[0]?.settings);
  const base = bases[0]?.count ?? 0;
  const share = base === 0 ? 0 : touched / base;
  return { percent, number, base, share, exceeded: touched > number || touched * 100 > percent * base };
}
