import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DefinitionChange, DefinitionList, DefinitionPlan, DefinitionProblem, ReadDefinitions } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { inScope } from '@/lib/server/database/scope';
import { type DefinitionFile, readDefinitionFile } from './definition-file';
import { planOver } from './plan-over';
import { requireDefining } from './require-defining';

export const definitionFile = z.object({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) });

/** What a file of definitions would do, to be looked at before it is done. */
export interface FilePlan {
  list: DefinitionList;
  /** Rows of the file that hold something. */
  rows: number;
  changes: DefinitionChange[];
  /** Rows that are refused; the others go on. */
  problems: DefinitionProblem[];
  /** Headers of columns that mean nothing here. */
  ignored: string[];
  /** Stands for the plan: another one is another plan. */
  hash: string;
}

/** Plans a file of criteria or structure types and writes nothing. Throws what reading it and requireDefining throw. */
export async function planDefinitionFile(actor: Actor, request: DefinitionFile): Promise<FilePlan> {
  requirePermission(actor, 'criteria.define');
  const read = await readDefinitionFile(definitionFile.parse(request));
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    await requireDefining(db, actor);
    return filePlan(read, await planOver(db, institutionId, read.wanted));
  });
}

export function filePlan({ list, rows, ignored, problems }: ReadDefinitions, plan: DefinitionPlan): FilePlan {
  const { changes } = plan;
  const all = [...problems, ...plan.problems].sort((one, other) => one.row - other.row);
  const hash = createHash('sha256')
    .update(JSON.stringify([list, changes, all]))
    .digest('hex');
  return { list, rows, changes, problems: all, ignored, hash };
}
