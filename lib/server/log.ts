import pino from 'pino';
import { env } from './env';

/** Structured log. Ids, codes and counts only: never names, e-mails, file contents or values of cells. */
export const log = pino({ name: 'foyer', level: env().FOYER_LOG, base: undefined });
