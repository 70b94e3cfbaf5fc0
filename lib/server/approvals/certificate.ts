import { createHash } from 'node:crypto';
import { z } from 'zod';

const count = z.int().min(0);
const counted = z.object({ code: z.string(), count });
const moment = z.iso.datetime();
const hash = z.string().length(64);

/**
 * What a certificate says of a removal: figures, hashes, and the names of those who asked and approved. Nothing in it is about a contact. Times
 * are ISO texts, hashes SHA-256 in hex.
 */
export const certificateContent = z.object({
  version: z.literal(1),
  institution: z.object({ code: z.string(), name: z.string() }),
  environment: z.enum(['PP', 'P']),
  importId: z.int(),
  approvalId: z.int(),
  basis: z.string(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: moment,
  approvedBy: z.string(),
  approvedAt: moment,
  /** When it began, by itself, and when the last change was written. */
  begunAt: moment,
  finishedAt: moment,
  /** Contacts by what was asked, and by what was done. */
  operations: z.array(z.object({ operation: z.string(), planned: count, done: count })),
  /** Rows by where they ended. */
  rows: z.array(counted),
  /** Rows that were held, by reason. */
  held: z.array(counted),
  /** What stays, and of how many contacts. */
  kept: z.array(counted),
  hashes: z.object({
    /** Of the file that was sent; null where there was none. */
    file: hash.nullable(),
    plan: hash,
    /** Over `row;part;operation;outcome` of each change, a line each, in the order of rows and parts. */
    result: hash,
  }),
  /** The last place of the audit trail when it was issued: `foyer audit verify --anchor` proves that nothing before was changed. */
  audit: z.object({ place: count, hash }).nullable(),
});

export type CertificateContent = z.infer<typeof certificateContent>;

/** Keys of every object in alphabetical order: JSON that comes back from the database has another one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

/** SHA-256 in hex over the content as JSON without spaces, keys in alphabetical order: anybody who has the file can work it out. */
export const certificateHash = (content: CertificateContent): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest('hex');
