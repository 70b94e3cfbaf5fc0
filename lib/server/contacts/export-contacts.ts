import type pg from 'pg';
import { z } from 'zod';
import { EXPORT_LAYOUTS, type Exporting, LIMITS, prepareExport, type StoredContact } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope, inScopeSql, type Scope } from '@/lib/server/database/scope';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { fetchContacts } from './fetch-contacts';
import { type ContactFilter, contactFilter, matchingContacts } from './matching-contacts';

/** Blocks of the format that can be exported alone. */
export const EXPORT_GROUPS = ['contact', 'individual', 'structure', 'address', 'means', 'authorizations', 'criteria'] as const;

const input = contactFilter.extend({
  layout: z.enum(EXPORT_LAYOUTS).default('roundtrip'),
  /** Of each contact its number, its names and these; all where it is left out. */
  groups: z
    .array(z.enum(EXPORT_GROUPS))
    .min(1)
    .default([...EXPORT_GROUPS]),
});

/** The most criteria that a row of the format has. */
const CRITERION_COLUMNS = 50;

/** A table that is made while it is written out. */
export interface ExportedTable {
  header: readonly string[];
  /** In chunks; a contact with several addresses has a row for each. */
  rows: AsyncIterable<string[][]>;
}

/**
 * The contacts that fit, as a file that can be edited and imported again: rows that nobody edited are known again and contacts that
 * changed meanwhile are not overwritten. They are read in chunks while the file is written, so its size does not matter.
 */
export async function exportContacts(actor: Actor, request: z.input<typeof input>): Promise<ExportedTable> {
  requirePermission(actor, 'contact.export');
  const { layout, groups, ...filter } = input.parse(request);
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  const exporting = await inScope(scope, async (db) => {
    const institution = await getInstitutionContext(db, institutionId, { environment: filter.environment });
    // What was searched for may be somebody's name and is not written down.
    const details = { layout, groups: groups.join(' '), environment: filter.environment, kind: filter.kind ?? null, searched: !!filter.search };
    await recordEvent(db, { action: 'contact.export', details });
    const criterionColumns = Math.min(institution.criteria.length, CRITERION_COLUMNS);
    return prepareExport(institution, { layout, groups: new Set(groups), criterionColumns });
  });
  return { header: exporting.header, rows: chunks(scope, institutionId, filter, exporting) };
}

async function* chunks(scope: Scope, institutionId: number, filter: ContactFilter, exporting: Exporting): AsyncGenerator<string[][]> {
  for (let last = ''; ; ) {
    const contacts = await inScopeSql(scope, (client) => contactsAfter(client, institutionId, filter, last));
    if (contacts.length === 0) return;
    yield exporting.rows(contacts);
    last = contacts.at(-1)?.number ?? last;
  }
}

/** The next contacts in the order of their numbers, which is that of an index. */
async function contactsAfter(client: pg.ClientBase, institutionId: number, filter: ContactFilter, last: string): Promise<StoredContact[]> {
  const { from, params } = matchingContacts(institutionId, filter);
  const sql = `SELECT c.id::text ${from} AND c.number > $${params.length + 1} ORDER BY c.number LIMIT ${LIMITS.chunkRows}`;
  const { rows } = await client.query<{ id: string }>(sql, [...params, last]);
  const ids = rows.map(({ id }) => id);
  const contacts = await fetchContacts(client, ids);
  return ids.flatMap((id) => contacts.get(id) ?? []);
}
