import { AppError } from '@/lib/server/errors';
import type { Import } from '@/lib/server/generated/prisma/client';

/** Whether the file of an import differs from the last one of its recipe and nobody accepted that yet. */
export const isHeld = ({ drift, driftAcceptedAt }: Pick<Import, 'drift' | 'driftAcceptedAt'>): boolean =>
  Array.isArray(drift) && drift.length > 0 && driftAcceptedAt === null;

/** Throws `drift-held`: what differs is accepted first, and by somebody. */
export function refuseHeld(found: Pick<Import, 'drift' | 'driftAcceptedAt'>): void {
  if (isHeld(found)) throw new AppError('drift-held', {}, 409);
}
