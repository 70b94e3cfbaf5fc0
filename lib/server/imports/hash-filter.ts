import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Digest } from '@/lib/engine';

/**
 * A set of hashes that says of each whether it may be in it (Bloom 1970): what it denies is not, of what is not in it it affirms two in a
 * thousand. Two bytes a hash, shared by all threads.
 */
export type HashFilter = Uint8Array<SharedArrayBuffer>;

const BITS_A_HASH = 16;
/** Bits set for each hash: with sixteen bits a hash more would cost more than they tell. */
const PROBES = 4;

/** The bits of a hash by double hashing (Kirsch and Mitzenmacher 2006); a power of two many, so that a mask does for the remainder. */
function bitAt(filter: HashFilter, [high, low]: Digest, probe: number): number {
  return ((low + Math.imul(probe, high | 1)) >>> 0) & (filter.length * 8 - 1);
}

export const emptyFilter = (hashes: number): HashFilter =>
  new Uint8Array(new SharedArrayBuffer(2 ** Math.ceil(Math.log2(Math.max(8, (hashes * BITS_A_HASH) / 8)))));

export function addTo(filter: HashFilter, hash: Digest): void {
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitAt(filter, hash, probe);
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}

export function mayHold(filter: HashFilter, hash: Digest): boolean {
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitAt(filter, hash, probe);
    if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

const TOLD = `FROM contact c WHERE c.environment = $env AND c.row_hash_version = c.version`;

/** What the contacts of an environment were last told and still are; null where none was told anything. */
export async function toldFilter(client: pg.ClientBase, environment: 'PP' | 'P'): Promise<HashFilter | null> {
  const told = TOLD.replace('$env', `'${environment}'::"Environment"`);
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count ${told}`);
  const count = rows[0]?.count ?? 0;
  if (count === 0) return null;
  const filter = emptyFilter(count);
  const halves = `SELECT (c.row_hash >> 32)::int, ((c.row_hash << 32) >> 32)::int ${told}`;
  let rest = '';
  for await (const bytes of client.query(to(`COPY (${halves}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    const lines = (rest + bytes.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const tab = line.indexOf('\t');
      addTo(filter, [Number(line.slice(0, tab)), Number(line.slice(tab + 1))]);
    }
  }
  return filter;
}
