import { z } from 'zod';
import {
  answersFor,
  type ColumnProfile,
  type Edits,
  type FieldCode,
  type ImportRules,
  type InstitutionContext,
  type Mapping,
  NO_EDITS,
  type ValueColumn,
  valuesOf,
} from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { mayDefine } from '@/lib/server/criteria/require-defining';
import { inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { columnMapping } from './column-mapping';
import { parseEdits } from './parse-edits';
import { refusePurged } from './state';

const input = z.object({ importId: z.int().positive(), mapping: columnMapping.optional(), edits: z.unknown().optional() });

/** A value that a field may have. Labels are those of the institution's list, by language; a code without any is its own name. */
export interface ValueChoice {
  code: string;
  labels: Readonly<Record<string, string>>;
}

/** The values of an import's columns of codes, and what they may become. */
export interface ListedValues {
  columns: ValueColumn[];
  choices: { [Field in FieldCode]?: ValueChoice[] };
  /** The criteria that a column may hold all of. */
  criteria: Pick<InstitutionContext['criteria'][number], 'code' | 'type'>[];
  /** Whether what is unknown is defined with the import; whether the person may choose that. */
  defineUnknown: boolean;
  mayDefine: boolean;
}

/**
 * The values of the columns that go to fields of codes, with counts over the whole file and what becomes of each: by the mapping and edits that
 * are given, else by those that were accepted. Nothing is stored. Throws `not-found`, `import-purged`, `edits-unusable`.
 */
export async function listValues(actor: Actor, request: { importId: number; mapping?: Mapping; edits?: Edits }): Promise<ListedValues> {
  requirePermission(actor, 'import.view');
  const { importId, mapping: given, edits: list } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const found = await db.import.findUnique({ where: { id: importId } });
    if (!found) throw notFound('import');
    refusePurged(found);
    // The JSON columns hold what the engine gave, or what was checked as it came.
    const profile = (found.profile ?? []) as unknown as ColumnProfile[];
    const mapping = (given ?? found.mapping ?? {}) as Mapping;
    const edits = list === undefined ? ((found.edits as Edits | null) ?? NO_EDITS) : parseEdits(list);
    const institution = await getInstitutionContext(db, institutionId, { rules: found.rules as ImportRules });
    const columns = valuesOf(profile, mapping, edits, institution);
    return {
      columns,
      choices: Object.fromEntries([...new Set(columns.map(({ field }) => field))].map((field) => [field, choicesFor(field, institution)])),
      criteria: institution.criteria.filter(({ retired }) => !retired).map(({ code, type }) => ({ code, type })),
      defineUnknown: institution.rules.defineUnknown ?? false,
      mayDefine: await mayDefine(db, actor),
    };
  });
}

function choicesFor(field: FieldCode, institution: InstitutionContext): ValueChoice[] {
  const listed = institution.lists[field as keyof InstitutionContext['lists']] ?? [];
  const labels = new Map(listed.map((value) => [value.code, value.labels]));
  return answersFor(field, institution).map((code) => ({ code, labels: labels.get(code) ?? {} }));
}
