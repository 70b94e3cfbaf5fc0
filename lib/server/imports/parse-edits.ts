import { type Edits, editsSchema } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';

/** Edits as they came from outside. Throws `edits-unusable` where one cannot be carried out, such as a pattern that is none. */
export function parseEdits(given: unknown): Edits {
  const parsed = editsSchema.safeParse(given);
  if (!parsed.success) throw new AppError('edits-unusable');
  return parsed.data;
}
