import type pg from 'pg';
import { z } from 'zod';
import {
  type Address,
  ALL_ORGANIZATIONS,
  addressesOf,
  type ContactKind,
  criterionCode,
  type FieldCode,
  isFieldCode,
  isTyped,
  type OwnSalutation,
  type RemovalCode,
  type Salutation,
  type StoredContact,
  salutationOf,
  splitValues,
  type TypedKey,
} from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { Environment } from '@/lib/server/generated/prisma/client';
import { fetchContacts } from './fetch-contacts';
import { type FieldOrigin, fieldOrigins } from './field-origins';

const input = z.object({ contactId: z.string().regex(/^\d{1,18}$/) });

interface Neighbour {
  id: string;
  number: string;
  name: string | null;
}

/** A contact with all its fields (of several addresses the leading one), each address with its uses, its neighbours and where it came from. Times are ISO texts. */
export interface ContactDetail {
  id: string;
  number: string;
  environment: Environment;
  kind: ContactKind;
  status: 'active' | 'inactive';
  /** Why it is inactive; null where nobody said. */
  inactiveReason: string | null;
  /** The removal that took its information; null where none did. */
  erasure: RemovalCode | null;
  version: number;
  /** Whether it signs in to the ticket shop with EMAIL1. */
  login: boolean;
  /** With the organization of every contact: `*` where it is of all. */
  fields: { [Key in FieldCode | TypedKey]?: string };
  /** The leading one, which serves the first of the uses M, S and B, first. */
  addresses: Address[];
  /** Of a person: what its title comes to where it has none of its own. */
  salutations: Partial<Salutation>;
  criteria: { code: string; label: string; values: string[] }[];
  structure: Neighbour | null;
  relays: Neighbour[];
  createdAt: string;
  updatedAt: string;
  /** Ids of the imports that created it and last changed it; null where no import did. */
  createdByImport: number | null;
  updatedByImport: number | null;
  /** By field or criterion (`=CODE`): the import and row that its value came with. Not there where a person wrote it, or nobody knows. */
  origins: Record<string, FieldOrigin>;
}

interface Facts {
  environment: Environment;
  language: string;
  createdAt: Date;
  updatedAt: Date;
  createdByImport: number | null;
  updatedByImport: number | null;
}

const FACTS = `
  SELECT c.environment, i.language, c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.created_by_import AS "createdByImport",
    c.updated_by_import AS "updatedByImport"
  FROM contact c JOIN institution i ON i.id = c.institution_id WHERE c.id = $1`;

const NEIGHBOUR = `
  SELECT id::text, number, coalesce(official_name, nullif(concat_ws(' ', first_name, last_name), '')) AS name FROM contact`;

/** Relays shown with a structure; a school has a handful. */
const RELAYS = 100;

/** One contact. Throws `not-found`. */
export async function getContact(actor: Actor, request: z.input<typeof input>): Promise<ContactDetail> {
  requirePermission(actor, 'contact.view');
  const { contactId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScopeSql({ kind: 'institution', institutionId, userId }, async (client) => {
    const contact = (await fetchContacts(client, [contactId])).get(contactId);
    const { rows } = await client.query<Facts>(FACTS, [contactId]);
    if (!contact || !rows[0]) throw notFound('contact');
    const { language, createdAt, updatedAt, ...facts } = rows[0];
    const { id, number, kind, status, version, structureId, login, fields } = contact;
    const structure = structureId ? await client.query<Neighbour>(`${NEIGHBOUR} WHERE id = $1`, [structureId]) : null;
    const relays = await client.query<Neighbour>(`${NEIGHBOUR} WHERE structure_id = $1 ORDER BY last_name, first_name, id LIMIT ${RELAYS}`, [id]);
    return {
      id,
      number,
      kind,
      status,
      inactiveReason: contact.inactiveReason ?? null,
      erasure: contact.erasure ?? null,
      version,
      login,
      ...facts,
      fields: {
        ORGANIZATION: ALL_ORGANIZATIONS,
        ...(Object.fromEntries(Object.entries(fields).filter(([key]) => isFieldCode(key) || isTyped(key))) as ContactDetail['fields']),
      },
      addresses: addressesOf(fields),
      salutations: kind === 'structure' ? {} : await derivedSalutations(client, fields, language),
      criteria: await criteriaOf(client, fields, language),
      structure: structure?.rows[0] ?? null,
      relays: relays.rows,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      origins: await fieldOrigins(client, id),
    };
  });
}

/** Derived when shown and never stored, so that a title or a text that changes tells at once. */
async function derivedSalutations(client: pg.ClientBase, fields: StoredContact['fields'], language: string): Promise<Partial<Salutation>> {
  const { rows } = await client.query<OwnSalutation>('SELECT title, language, letter, address FROM salutation');
  const derived = salutationOf({ title: fields.TITLE, language: fields.PREF_LANG }, rows, language);
  return Object.fromEntries(Object.entries(derived).filter(([code, text]) => text !== '' && fields[code as keyof Salutation] === undefined));
}

/** Criteria by code with their label in the institution's language, else in any. */
async function criteriaOf(client: pg.ClientBase, fields: StoredContact['fields'], language: string): Promise<ContactDetail['criteria']> {
  const { rows } = await client.query<{ code: string; labels: Record<string, string> }>('SELECT code, labels FROM criterion');
  const labels = new Map(rows.map((row) => [row.code, row.labels[language] ?? Object.values(row.labels)[0]]));
  return Object.entries(fields).flatMap(([key, value]) => {
    const code = criterionCode(key);
    return code === null || value === undefined ? [] : [{ code, label: labels.get(code) ?? code, values: splitValues(value) }];
  });
}
