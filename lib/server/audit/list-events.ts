import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { EVENT_COLUMNS, EVENT_TABLES, eventFilter, type ListedEvent, matchingEvents } from './event-filter';

/** Events on one page of the list. */
export const EVENTS_PER_PAGE = 50;

const input = eventFilter.extend({
  /** From 1. */
  page: z.int().min(1).default(1),
});

export interface FoundEvents {
  total: number;
  events: ListedEvent[];
  /** Every code that the institution's trail knows, to choose from. */
  actions: string[];
}

/** One page of the institution's audit trail, newest first, and how many events fit. */
export async function listEvents(actor: Actor, request: z.input<typeof input> = {}): Promise<FoundEvents> {
  requirePermission(actor, 'audit.view');
  const { page, ...filter } = input.parse(request);
  const { institutionId, userId } = actor;
  const { where, params } = matchingEvents(institutionId, filter);
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const total = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM audit_event e WHERE ${where}`, params);
    const found = await client.query<ListedEvent>(
      `SELECT ${EVENT_COLUMNS} FROM ${EVENT_TABLES} WHERE ${where} ORDER BY e.at DESC, e.id DESC OFFSET ${(page - 1) * EVENTS_PER_PAGE} LIMIT ${EVENTS_PER_PAGE}`,
      params,
    );
    const actions = await client.query<{ action: string }>('SELECT DISTINCT action FROM audit_event WHERE institution_id = $1 ORDER BY action', [
      institutionId,
    ]);
    return { total: total.rows[0]?.count ?? 0, events: found.rows, actions: actions.rows.map(({ action }) => action) };
  });
}
