import pino from 'pino';
import { env } from './env';

/** Errors of PostgreSQL quote the value they stumbled over in these. */
const QUOTING = ['message', 'detail', 'where', 'hint', 'internalQuery'];

const isOfDatabase = (error: Error): error is Error & { code: string; table?: string; constraint?: string } =>
  'severity' in error && 'routine' in error;

/**
 * What of an error may be logged: its kind, code and the places in our code. The words of a database error are left out, because
 * they quote values of contacts (`Key (number)=(…)`, `COPY …, column cells: "…"`).
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const { name, message, cause } = error;
  const common = { type: name, stack: frames?.join('\n'), ...(cause === undefined ? {} : { cause: loggable(cause) }) };
  if (isOfDatabase(error)) return { ...common, code: error.code, table: error.table, constraint: error.constraint, withheld: QUOTING };
  return { ...common, message };
}

/** Structured log. Ids, codes and counts only: never names, e-mails, file contents or values of cells. */
export const log = pino({ name: 'foyer', level: env().FOYER_LOG, base: undefined, serializers: { err: loggable } });
