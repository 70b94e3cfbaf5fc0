import { connection } from '@/lib/server/database/connection';

/** Tables whose values the planner remembers samples of. */
const TABLES = [
  ...['contact', 'contact_address', 'contact_means', 'contact_criterion', 'contact_authorizations'],
  ...['import', 'import_row', 'import_issue', 'plan_change', 'recipe', 'recipe_version', 'recipe_file', 'stored_file'],
];

/** Of a table in which nothing is left the planner keeps what it knew. */
const EMPTY = `
  SELECT pg_clear_attribute_stats('public', c.relname, a.attname, false) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1) AND c.reltuples <= 0 AND a.attnum > 0 AND NOT a.attisdropped`;

/** The first server that can be told to forget. */
const CAN_FORGET = 180_000;

/** Has the samples of values that the planner keeps taken anew: of a value that is gone they hold none then. */
export async function forgetSamples(): Promise<void> {
  const { pool } = connection();
  await pool.query(`ANALYZE ${TABLES.join(', ')}`);
  const { rows } = await pool.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`);
  if ((rows[0]?.version ?? 0) >= CAN_FORGET) await pool.query(EMPTY, [TABLES]);
}
