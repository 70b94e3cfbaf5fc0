import type pg from 'pg';
import { z } from 'zod';
import type { FieldCode, FileQuality } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { type ContactTable, FIELD_COLUMNS, STORED_FIELDS, type StoredFieldCode } from '@/lib/server/contacts/field-columns';
import { inScopeSql } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';

const input = z.object({ importId: z.int().positive(), stored: z.boolean().default(false) });

/** How well the contacts that an import wrote are filled now, in the fields that its file brought. */
export interface StoredQuality {
  contacts: number;
  /** `distinct` is null where there are too many contacts to compare them all while somebody waits. */
  fields: { field: FieldCode; filled: number; distinct: number | null }[];
}

export interface ImportQuality {
  /** Of the file, as it was counted while the import was planned; null for one that was planned before that was counted. */
  file: FileQuality | null;
  /** Read from the contacts as they are; null where nobody asked, or nothing was written. */
  stored: StoredQuality | null;
}

const TABLES: readonly ContactTable[] = ['contact', 'contact_address', 'contact_means', 'contact_authorizations'];

/** Contacts up to which their values are compared with each other: a second's work. */
const COMPARED = 20_000;

const WRITTEN = `
  SELECT contact_id FROM change_result
  WHERE institution_id = $1 AND import_id = $2 AND outcome IN ('created', 'updated') AND contact_id IS NOT NULL`;

const CONTACTS = `SELECT count(*)::int AS contacts FROM contact WHERE institution_id = $1 AND id IN (${WRITTEN})`;

/** A contact may have an address for each use: one that is filled counts. */
const filledIn = (table: ContactTable, column: string): string =>
  table === 'contact_address' ? `count(DISTINCT contact_id) FILTER (WHERE ${column} IS NOT NULL)` : `count(${column})`;

/** The figures of one table. Each is gone through alone: joined, they would be estimated by chance. */
const figuresOf = (table: ContactTable, fields: readonly StoredFieldCode[], compares: boolean): string => {
  const figures = fields.map((field, at) => {
    const { column } = FIELD_COLUMNS[field];
    return `${filledIn(table, column)}::int AS f${at}, ${compares ? `count(DISTINCT ${column})::int` : 'NULL'} AS d${at}`;
  });
  return `SELECT ${figures.join(', ')} FROM ${table} WHERE institution_id = $1 AND ${table === 'contact' ? 'id' : 'contact_id'} IN (${WRITTEN})`;
};

/** How good the values of an import's file are, and with `stored` those of the contacts that it wrote. Throws `not-found`. */
export async function getQuality(actor: Actor, request: z.input<typeof input>): Promise<ImportQuality> {
  requirePermission(actor, 'import.view');
  const { importId, stored } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const { rows } = await client.query<{ quality: FileQuality | null }>('SELECT quality FROM import WHERE id = $1', [importId]);
    if (!rows[0]) throw notFound('import');
    const file = rows[0].quality;
    return { file, stored: file && stored ? await readStored(client, [institutionId, importId], file) : null };
  });
}

const isStored = (field: string): field is StoredFieldCode & FieldCode => (STORED_FIELDS as readonly string[]).includes(field);

async function readStored(client: pg.ClientBase, ids: readonly number[], file: FileQuality): Promise<StoredQuality | null> {
  const { rows: counted } = await client.query<{ contacts: number }>(CONTACTS, [...ids]);
  const contacts = counted[0]?.contacts ?? 0;
  if (contacts === 0) return null;
  const wanted = file.fields.map(({ field }) => field).filter(isStored);
  const found = new Map<string, StoredQuality['fields'][number]>();
  for (const table of TABLES) {
    const fields = wanted.filter((field) => FIELD_COLUMNS[field].table === table);
    if (fields.length === 0) continue;
    const { rows } = await client.query<Record<string, number | null>>(figuresOf(table, fields, contacts <= COMPARED), [...ids]);
    fields.forEach((field, at) => void found.set(field, { field, filled: rows[0]?.[`f${at}`] ?? 0, distinct: rows[0]?.[`d${at}`] ?? null }));
  }
  return { contacts, fields: wanted.flatMap((field) => found.get(field) ?? []) };
}
