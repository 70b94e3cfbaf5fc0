import type { Db } from '@/lib/server/database/scope';
import type { Import, Outcome } from '@/lib/server/generated/prisma/client';
import { ERASING } from '@/lib/server/removals/erasing';

const COUNT = `
  SELECT d.outcome, count(*)::int AS count FROM change_result d JOIN plan_change p USING (institution_id, import_id, row, part)
  WHERE d.institution_id = $1 AND d.import_id = $2 AND d.outcome IN ('created', 'updated', 'removed') AND NOT p.erased
    AND (p.operation IS NULL OR p.operation NOT IN ${ERASING})
  GROUP BY d.outcome`;

/** How many of the changes that an import carried out an undo could bring back, by what became of them. */
export const countReversible = (
  db: Db,
  { institutionId, id }: Pick<Import, 'institutionId' | 'id'>,
): Promise<{ outcome: Outcome; count: number }[]> => db.$queryRawUnsafe(COUNT, institutionId, id);
