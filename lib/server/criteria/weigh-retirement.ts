import { z } from 'zod';
import { DEFINITION_LISTS } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { type Db, inScope } from '@/lib/server/database/scope';

const input = z.object({
  list: z.enum(DEFINITION_LISTS),
  code: z.string().max(40),
  /** A value of the criterion; without one the criterion itself, or the structure type. */
  value: z.string().max(1000).optional(),
});

/** What depends on a definition. */
export interface Retirement {
  /** Contacts that have it, in pre-production and in production: they keep it. */
  contacts: { PP: number; P: number };
  /** Imports whose plan writes it and is not carried out yet: they are to be planned anew. */
  imports: { id: number; fileName: string }[];
  /** Remembered mappings of files that bring the field it stands in. */
  recipes: number;
}

/** What retiring a criterion, a value or a structure type touches. Nothing where there is no such definition. */
export async function weighRetirement(actor: Actor, request: z.input<typeof input>): Promise<Retirement> {
  requirePermission(actor, 'criteria.view');
  const { list, code, value } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const [imports, recipes] = [
      await plannedImports(db, institutionId, list === 'criteria' ? `=${code}` : 'STRUCT_TYPE', value ?? code),
      await countRecipes(db, institutionId, list),
    ];
    const contacts = list === 'criteria' ? await contactsWith(db, institutionId, code, value ?? null) : await structuresOf(db, institutionId, code);
    const count = (environment: string) => contacts.find((group) => group.environment === environment)?.count ?? 0;
    return { contacts: { PP: count('PP'), P: count('P') }, imports, recipes };
  });
}

type ByEnvironment = { environment: string; count: number }[];

const contactsWith = (db: Db, institutionId: number, code: string, value: string | null) => db.$queryRaw<ByEnvironment>`
  SELECT c.environment::text, count(DISTINCT k.contact_id)::int AS count FROM contact_criterion k JOIN contact c ON c.id = k.contact_id
  WHERE k.institution_id = ${institutionId} AND k.code = ${code} AND (${value}::text IS NULL OR k.value = ${value}) GROUP BY c.environment`;

const structuresOf = (db: Db, institutionId: number, code: string) => db.$queryRaw<ByEnvironment>`
  SELECT environment::text, count(*)::int AS count FROM contact WHERE institution_id = ${institutionId} AND structure_type = ${code} GROUP BY environment`;

/** States in which a plan may still be carried out. */
const OPEN = ['planned', 'applying', 'paused', 'stopped'];

/** By the fields that a plan touches, then by what it writes in them: few imports wait at a time. */
const plannedImports = (db: Db, institutionId: number, key: string, value: string) => db.$queryRaw<Retirement['imports']>`
  SELECT i.id, f.name AS "fileName" FROM import i JOIN stored_file f ON f.id = i.file_id
  WHERE i.institution_id = ${institutionId} AND i.state::text = ANY(${OPEN}::text[]) AND ${key} = ANY(i.plan_keys) AND EXISTS (
    SELECT FROM plan_change p WHERE p.institution_id = i.institution_id AND p.import_id = i.id AND p.kind <> 'unchanged'
      AND CASE WHEN ${key} = ${`=${value}`} THEN p.after->>${key} IS NOT NULL ELSE ${value} = ANY(string_to_array(p.after->>${key}, '|')) END)
  ORDER BY i.id`;

/** Recipes name columns of criteria, not criteria: all that bring any are told. */
async function countRecipes(db: Db, institutionId: number, list: (typeof DEFINITION_LISTS)[number]): Promise<number> {
  const field = list === 'criteria' ? '^CRIT' : '^STRUCT_TYPE$';
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM recipe r WHERE r.institution_id = ${institutionId}
      AND EXISTS (SELECT FROM jsonb_each_text(r.mapping) m WHERE m.value ~ ${field})`;
  return found?.count ?? 0;
}
