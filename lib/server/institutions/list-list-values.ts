import { PLAIN_LISTS, type PlainList } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';

/** A value of one of the institution's lists. */
export interface ListValueItem {
  id: number;
  list: PlainList;
  code: string;
  /** By language; a language without a label is absent. */
  labels: { en?: string; fr?: string };
  rank: number;
}

/** All values of the lists that the settings keep, each list in its order. */
export async function listListValues(actor: Actor): Promise<ListValueItem[]> {
  requirePermission(actor, 'settings.view');
  const { institutionId, userId } = actor;
  const values = await inScope({ kind: 'institution', institutionId, userId }, (db) =>
    db.listValue.findMany({ where: { institutionId, list: { in: [...PLAIN_LISTS] } }, orderBy: [{ list: 'asc' }, { rank: 'asc' }, { code: 'asc' }] }),
  );
  return values.map(({ id, list, code, labels, rank }) => ({ id, list: list as PlainList, code, labels: labels as ListValueItem['labels'], rank }));
}
