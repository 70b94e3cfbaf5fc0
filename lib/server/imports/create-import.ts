import { z } from 'zod';
import { LIMITS } from '@/lib/engine';
import { type Actor, requirePermission } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { AppError } from '@/lib/server/errors';
import { newKey } from '@/lib/server/storage/key';

const input = z.object({
  fileName: z.string().trim().min(1).max(255),
  /** Bytes, as the browser knows them before it sends them. */
  size: z.int().min(0),
  environment: z.enum(['PP', 'P']),
  /** What the file is meant for: to add and change contacts, or to remove. */
  purpose: z.enum(['change', 'removal']).default('change'),
});

/** A megabyte as people count it, for messages. */
const MEGABYTE = 1_000_000;

/** The refusal of a file that is over the limit; 413 where it leaves through a route. */
export const fileTooLarge = () => new AppError('file-too-large', { limitMb: LIMITS.fileBytes / MEGABYTE }, 413);

/**
 * Begins an import in the state `uploading`: the browser then sends the bytes to /api/uploads with the import's id as metadata.
 * Throws `file-too-large`. One that removes is begun by those only who may ask for removals.
 */
export async function createImport(actor: Actor, request: z.input<typeof input>): Promise<{ importId: number }> {
  requirePermission(actor, 'import.create');
  const { fileName, size, environment, purpose } = input.parse(request);
  if (purpose === 'removal') requirePermission(actor, 'removal.request');
  if (size > LIMITS.fileBytes) throw fileTooLarge();
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    const file = await db.storedFile.create({ data: { institutionId, key: newKey(), name: fileName, size, createdBy: userId } });
    const { id } = await db.import.create({ data: { institutionId, environment, purpose, fileId: file.id, createdBy: userId } });
    await recordEvent(db, {
      action: 'import.create',
      subject: `import:${id}`,
      details: { environment, size, ...(purpose === 'removal' && { purpose }) },
    });
    return { importId: id };
  });
}
