import type { ListCode, ListedValue, Lists } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';

/** The lists that the institution of the scope keeps, each in its order. */
export async function readLists(db: Db, institutionId: number): Promise<Lists> {
  const values = await db.listValue.findMany({ where: { institutionId }, orderBy: [{ list: 'asc' }, { rank: 'asc' }, { code: 'asc' }] });
  const lists: { [List in ListCode]?: ListedValue[] } = {};
  for (const { list, code, labels, retiredAt } of values) {
    const listed = lists[list as ListCode] ?? [];
    listed.push({ code, labels: labels as ListedValue['labels'], ...(retiredAt && { retired: true as const }) });
    lists[list as ListCode] = listed;
  }
  return lists;
}
