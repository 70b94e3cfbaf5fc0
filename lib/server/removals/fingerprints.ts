import { createHash } from 'node:crypto';
import type pg from 'pg';
import { deriveKey, env } from '@/lib/server/env';

/** Bytes that SHA-256 takes at a time, to which HMAC fills its key (RFC 2104). */
const BLOCK = 64;
const [INNER, OUTER] = [0x36, 0x5c];

/** The two blocks that HMAC makes of a key, in hex. */
function blocksOf(key: string): [inner: string, outer: string] {
  const bytes = Buffer.from(key, 'utf8');
  const fitting = bytes.length > BLOCK ? createHash('sha256').update(bytes).digest() : bytes;
  const filled = Buffer.concat([fitting, Buffer.alloc(BLOCK - fitting.length)]);
  const [inner, outer] = [INNER, OUTER].map((pad) => Buffer.from(filled.map((byte) => byte ^ pad)).toString('hex'));
  return [inner as string, outer as string];
}

const SET = `SELECT set_config('foyer.fingerprint_inner', $1, true), set_config('foyer.fingerprint_outer', $2, true)`;

/** Lets the transaction make fingerprints: foyer_fingerprint(kind, value) needs the key, which the database does not keep. */
export async function withFingerprints(client: pg.ClientBase): Promise<void> {
  const { FOYER_FINGERPRINT_KEY, secret } = env();
  await client.query(SET, blocksOf(FOYER_FINGERPRINT_KEY ?? deriveKey(secret, 'fingerprints of the erased')));
}

/**
 * A person as fingerprints take them: names without case and accents and the day of birth. Null where one of
 * the two is unknown, because a name alone is that of many. Expressions in SQL.
 */
export const personSql = (first: string, last: string, birth: string): string =>
  `nullif(foyer_plain(concat_ws(' ', ${first}, ${last})), '') || '|' || ${birth}`;
