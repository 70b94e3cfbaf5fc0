import type { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql, type Scope } from '@/lib/server/database/scope';
import { EVENT_COLUMNS, EVENT_TABLES, eventFilter, type ListedEvent, matchingEvents } from './event-filter';
import { recordEvent } from './record-event';

/** Events read at a time. */
const PAGE = 2_000;

/**
 * The events that fit, oldest first, page by page while they are read: a trail of any length. That it was exported is an event of its own,
 * written before.
 */
export async function exportEvents(actor: Actor, request: z.input<typeof eventFilter> = {}): Promise<AsyncIterable<ListedEvent[]>> {
  requirePermission(actor, 'audit.view');
  const filter = eventFilter.parse(request);
  const { institutionId, userId } = actor;
  const scope: Scope = { kind: 'institution', institutionId, userId };
  await inScopeSql(scope, (client) => recordEvent(client, { action: 'audit.export', details: { ...filter } }));
  return pagesOf(scope, matchingEvents(institutionId, filter));
}

async function* pagesOf(scope: Scope, { where, params }: ReturnType<typeof matchingEvents>): AsyncGenerator<ListedEvent[]> {
  const sql = `SELECT ${EVENT_COLUMNS} FROM ${EVENT_TABLES} WHERE ${where} AND e.id > $${params.length + 1} ORDER BY e.id LIMIT ${PAGE}`;
  for (let after = '0', more = true; more; ) {
    const page = await inScopeSql(scope, async (client) => (await client.query<ListedEvent>(sql, [...params, after])).rows);
    if (page.length > 0) yield page;
    after = page.at(-1)?.id ?? after;
    more = page.length === PAGE;
  }
}
