import { z } from 'zod';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { AppError } from '@/lib/server/errors';
import { carryOut } from './carry-out';
import { readDefinitionFile } from './definition-file';
import { definitionFile, type FilePlan, filePlan } from './plan-definition-file';

const input = definitionFile.extend({ hash: z.string().length(64) });

/**
 * Carries out the plan of a file that the person saw, named by its hash, in one transaction; gives it. The same file once more changes
 * nothing. Throws `plan-stale` where the file or the definitions are others than they were.
 */
export async function importDefinitionFile(actor: Actor, request: z.input<typeof input>): Promise<FilePlan> {
  requirePermission(actor, 'criteria.define');
  const { hash, ...file } = input.parse(request);
  const read = await readDefinitionFile(file);
  const plan = await carryOut({
    actor,
    wanted: read.wanted,
    subject: `criteria-file:${read.list}`,
    check(planned) {
      if (filePlan(read, planned).hash !== hash) throw new AppError('plan-stale', {}, 409);
    },
  });
  return filePlan(read, plan);
}
