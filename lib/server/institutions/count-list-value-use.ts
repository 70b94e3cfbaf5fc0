import { z } from 'zod';
import type { ListCode } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { FIELD_COLUMNS } from '@/lib/server/contacts/field-columns';
import { inScopeSql } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';

const input = z.object({ listValueId: z.int().positive() });

/** How many contacts of the institution, in both environments, have a value of a list. Throws `not-found`. */
export async function countListValueUse(actor: Actor, request: z.input<typeof input>): Promise<number> {
  requirePermission(actor, 'settings.view');
  const { listValueId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const { rows } = await client.query<{ list: ListCode; code: string }>('SELECT list, code FROM list_value WHERE id = $1', [listValueId]);
    if (!rows[0]) throw notFound('page');
    const { table, column } = FIELD_COLUMNS[rows[0].list];
    const id = table === 'contact' ? 'id' : 'contact_id';
    const { rows: counted } = await client.query<{ count: number }>(
      `SELECT count(DISTINCT ${id})::int AS count FROM ${table} WHERE institution_id = $1 AND ${column} = $2`,
      [institutionId, rows[0].code],
    );
    return counted[0]?.count ?? 0;
  });
}
