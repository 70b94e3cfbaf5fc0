import type { ListCode } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';

/** A value of one of the institution's lists. */
export interface ListValueItem {
  id: number;
  list: ListCode;
  code: string;
  /** By language; a language without a label is absent. */
  labels: { en?: string; fr?: string };
  rank: number;
}

/** All values of the institution's lists, each list in its order. */
export async function listListValues(actor: Actor): Promise<ListValueItem[]> {
  requirePermission(actor, 'settings.view');
  const { institutionId, userId } = actor;
  const values = await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.listValue.findMany({ where: { institutionId }, orderBy: [{ list: 'asc' }, { rank: 'asc' }, { code: 'asc' }] }),
  );
  return values.map(({ id, list, code, labels, rank }) => ({ id, list: list as ListCode, code, labels: labels as ListValueItem['labels'], rank }));
}
