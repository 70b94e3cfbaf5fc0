import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { type Anchor, type Verified, verifyChain } from './verify-chain';

interface Wanted {
  /** Code; undefined: all, and the events of no institution. */
  institution?: string;
  anchor?: Anchor | null;
}

/** The command line acts; nobody's name is in it. */
const SCOPE = { kind: 'staff', userId: 0 } as const;

/** Whether the trails are as they were written, each with the code of its institution; null is the one of no institution. Throws `not-found`. */
export async function verifyTrails({ institution, anchor = null }: Wanted): Promise<{ code: string | null; verified: Verified }[]> {
  const found = await inScope(SCOPE, (db) => db.institution.findMany({ select: { id: true, code: true }, orderBy: { code: 'asc' } }));
  const chosen: { id: number; code: string | null }[] = found.filter(({ code }) => institution === undefined || code === institution);
  if (institution !== undefined && chosen.length === 0) throw notFound('institution');
  if (institution === undefined) chosen.push({ id: 0, code: null });
  const trails = [];
  for (const { id, code } of chosen) trails.push({ code, verified: await inScopeSql(SCOPE, (client) => verifyChain(client, id, anchor)) });
  return trails;
}
