import { AppError } from '@/lib/server/errors';
import { log } from '@/lib/server/log';

/** The body of an answer that refuses: the code and parameters of a text in the catalogues. */
export const refusalBody = ({ code, params }: Pick<AppError, 'code' | 'params'>) => JSON.stringify({ error: { code, params } });

/** The answer to a request that threw: what was refused is named, what is a bug is logged and answered as `unexpected`. */
export function refusal(thrown: unknown): Response {
  const known = thrown instanceof AppError ? thrown : new AppError('unexpected', {}, 500);
  if (known !== thrown) log.error({ err: thrown }, 'request failed');
  return new Response(refusalBody(known), { status: known.status, headers: { 'content-type': 'application/json', 'tus-resumable': '1.0.0' } });
}
