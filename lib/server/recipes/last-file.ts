import type { FileShape } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';

export interface LastFile {
  importId: number;
  acceptedAt: Date;
  shape: FileShape;
}

/** The last file that was confirmed with a recipe, those apart whose import failed or was taken back: nobody measures by a mistake. */
export async function lastFile(db: Db, institutionId: number, recipeId: number): Promise<LastFile | null> {
  const [last] = await db.$queryRaw<LastFile[]>`
    SELECT f.import_id AS "importId", f.accepted_at AS "acceptedAt", f.shape FROM recipe_file f JOIN import i ON i.id = f.import_id
    WHERE f.institution_id = ${institutionId} AND f.recipe_id = ${recipeId} AND i.state IN ('applying', 'paused', 'stopped', 'applied')
      AND NOT EXISTS (SELECT FROM import u WHERE u.undoes = i.id AND u.state = 'applied'
        AND NOT EXISTS (SELECT FROM import r WHERE r.undoes = u.id AND r.state = 'applied'))
    ORDER BY f.accepted_at DESC, f.import_id DESC LIMIT 1`;
  return last ?? null;
}
