import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { type FileIssue, LIMITS, type ProposedDefinition, type Reading, type Suggestion } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { requireDefining } from '@/lib/server/criteria/require-defining';
import { inScope, inScopeSql } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { getInstitutionContext } from '@/lib/server/institutions/get-institution-context';
import { institutionLease } from '@/lib/server/jobs/institution-lease';
import type { JobControl } from '@/lib/server/jobs/job-control';
import type { FileProfile, ReadTask } from '@/lib/server/threads/read-task';
import { runInThread } from '@/lib/server/threads/run-in-thread';
import { refuseUnclear } from './accept-mapping';
import { fileTooLarge } from './create-import';
import type { ImportCounts } from './import-counts';
import { importRules, refuseUnproved } from './import-rules';
import { isText, makePlan } from './make-plan';
import { passingPlan } from './plan-target';
import { countPlanned, type PlannedLine, plannedLines } from './planned-lines';
import { mappingOf, suggestFor } from './suggested-mapping';

const input = z.object({
  /** On this machine's disk. */
  path: z.string().min(1),
  environment: z.enum(['PP', 'P']),
  purpose: z.enum(['change', 'removal']).default('change'),
  rules: importRules.default({}),
});

/** What a plan of a file came to. */
export interface FilePlan {
  reading: Reading;
  suggestions: Suggestion[];
  counts: ImportCounts;
  /** What is wrong with the plan as a whole. */
  issues: FileIssue[];
  /** What is defined with it. */
  definitions: ProposedDefinition[];
}

/** Ids of imports begin at 1. */
const NO_IMPORT = 0;

const OF_FILE = 'SELECT row, code, level, params FROM planned_issue WHERE row IS NULL';

/** Nobody watches or stops a plan that leaves nothing: it ends with its process. */
const nothing = async () => undefined;
const unwatched: JobControl = { signal: new AbortController().signal, checkpoint: nothing, claim: nothing, report: nothing };

/**
 * Plans a file as an import of it would be planned, with the mapping remembered for its header or else the suggested one, and keeps
 * nothing of it: no import, no file, no event. `each` gets the lines in the order of the file, a chunk at a time, and the headers of their
 * columns by field. Throws `file-too-large`, `empty-file`, `no-rows`, `mapping-empty` and what reading a file refuses.
 */
export async function planFile(
  actor: Actor,
  request: z.input<typeof input>,
  each: (lines: PlannedLine[], headers: ReadonlyMap<string, string>) => void,
): Promise<FilePlan> {
  requirePermission(actor, 'import.create');
  const { path, environment, purpose, rules } = input.parse(request);
  refuseUnproved(rules);
  const { size } = await stat(path);
  if (size > LIMITS.fileBytes) throw fileTooLarge();
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  const { reading, profile } = await profileOf(path);
  const { institution, suggested } = await inScope(scope, async (db) => {
    if (rules.defineUnknown) await requireDefining(db, actor);
    const context = await getInstitutionContext(db, institutionId, { environment, purpose, rules });
    return { institution: context, suggested: await suggestFor(db, institutionId, reading, profile, null) };
  });
  const { suggestions, edits } = suggested;
  const mapping = mappingOf(suggestions);
  refuseUnclear(mapping, edits, profile);
  const headers = new Map(suggestions.flatMap(({ field, header }) => (field ? [[field, header] as const] : [])));
  const lease = await institutionLease(institutionId);
  try {
    const planned = await inScopeSql(scope, async (client) => {
      const target = await passingPlan(client, { institutionId, importId: NO_IMPORT });
      const task = { path, sha256: null, isText: isText(reading), readOptions: {}, profile, mapping, edits, environment, target, institution };
      const { rows, definitions } = await makePlan(client, task, unwatched);
      for await (const lines of plannedLines(client)) each(lines, headers);
      const { rows: issues } = await client.query<FileIssue>(OF_FILE);
      return { counts: await countPlanned(client, rows), issues, definitions };
    });
    return { reading, suggestions, ...planned };
  } finally {
    await lease.release();
  }
}

async function profileOf(path: string): Promise<FileProfile> {
  const task = { kind: 'profile', path, name: basename(path), options: {} } satisfies ReadTask;
  const read = await runInThread<FileProfile>('read', task);
  if (read.rows === 0) throw new AppError(read.reading.header.some((text) => text !== '') ? 'no-rows' : 'empty-file');
  return read;
}
