import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { z } from 'zod';
import { LIMITS, type WrongStanding } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { copyRows } from '@/lib/server/database/copy-rows';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { fileTooLarge } from '@/lib/server/imports/create-import';
import { institutionLease } from '@/lib/server/jobs/institution-lease';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import type { StandingChunk, StandingTask } from '@/lib/server/threads/standing-task';

const input = z.object({
  /** On this machine's disk. */
  path: z.string().min(1),
  environment: z.enum(['PP', 'P']),
});

/** What came of a file of standing, in rows; read back from the database but for those that say nothing. */
export interface LoadedStanding {
  rows: number;
  /** Say something new of a contact. */
  changed: number;
  /** Say what is known, or are about a contact of whom a later row says something. */
  unchanged: number;
  /** Have a number that no contact of the environment has. */
  unknown: number;
  /** Cannot be read; the first of them with the column that is to blame. */
  wrong: { count: number; first: WrongStanding[] };
}

/** Rows that cannot be read are told one by one up to so many. */
const TOLD_WRONG = 20;

const TABLE = `
  CREATE TEMP TABLE told_standing (row int, number text COLLATE "C", sales int, last_purchase date, balance bigint, open_orders int, beneficiary boolean)
  ON COMMIT DROP`;

const VALUES = ['sales', 'last_purchase', 'balance', 'open_orders', 'beneficiary'];
const list = (prefix: string) => VALUES.map((column) => `${prefix}${column}`).join(', ');

/** The last row about a contact counts. What is known already is not written: a plan made before still holds. */
const STORE = `
  INSERT INTO contact_standing AS s (institution_id, contact_id, changed_at, ${list('')})
  SELECT DISTINCT ON (c.id) c.institution_id, c.id, clock_timestamp(), ${list('t.')}
  FROM told_standing t JOIN contact c ON c.institution_id = $1 AND c.environment = $2::"Environment" AND c.number = t.number
  ORDER BY c.id, t.row DESC
  ON CONFLICT (institution_id, contact_id) DO UPDATE SET changed_at = excluded.changed_at, ${VALUES.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE (${list('s.')}) IS DISTINCT FROM (${list('excluded.')})`;

const UNKNOWN = `
  SELECT count(*)::int AS count FROM told_standing t
  WHERE NOT EXISTS (SELECT FROM contact c WHERE c.institution_id = $1 AND c.environment = $2::"Environment" AND c.number = t.number)`;

/**
 * Takes in what the ticketing system knows of contacts: a file with CONTACT_NR, SALES, LAST_PURCHASE, BALANCE in hundredths, OPEN_ORDERS and
 * perhaps BENEFICIARY. Waits for an import that is being planned or written. Throws `file-too-large`, `standing-columns-missing` and what reading
 * a file refuses.
 */
export async function loadStanding(actor: Actor, request: z.input<typeof input>): Promise<LoadedStanding> {
  requirePermission(actor, 'standing.load');
  const { path, environment } = input.parse(request);
  if ((await stat(path)).size > LIMITS.fileBytes) throw fileTooLarge();
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  const lease = await institutionLease(institutionId);
  try {
    const loaded = await inScopeSql(scope, (client) => store(client, path, [institutionId, environment]));
    const { rows, changed, unknown, wrong } = loaded;
    const details = { environment, rows, changed, unknown, wrong: wrong.count };
    await inScope(scope, (db) => recordEvent(db, { action: 'standing.load', subject: `institution:${institutionId}`, details }));
    return loaded;
  } finally {
    await lease.release();
  }
}

async function store(client: pg.ClientBase, path: string, target: [institutionId: number, environment: 'PP' | 'P']): Promise<LoadedStanding> {
  await client.query(TABLE);
  const read = { rows: 0, wrong: { count: 0, first: [] as WrongStanding[] } };
  await runInThread<null, StandingChunk>('standing', { path } satisfies StandingTask, {
    async onMessage({ lines, rows, wrong }) {
      read.rows += rows;
      read.wrong.count += wrong.length;
      read.wrong.first.push(...wrong.slice(0, TOLD_WRONG - read.wrong.first.length));
      if (lines) await copyRows(client, 'told_standing', [lines]);
    },
  });
  await client.query('ANALYZE told_standing');
  const { rowCount: changed } = await client.query(STORE, target);
  const { rows: unknown } = await client.query<{ count: number }>(UNKNOWN, target);
  const known = { changed: changed ?? 0, unknown: unknown[0]?.count ?? 0 };
  return { ...read, ...known, unchanged: read.rows - read.wrong.count - known.changed - known.unknown };
}
