import type { Prisma } from '@/lib/server/generated/prisma/client';

/** What to include of an import to learn which undo of it stands: applied, and not undone itself. */
export const STANDING_UNDO = {
  undos: { where: { state: 'applied', undos: { none: { state: 'applied' } } }, orderBy: { id: 'desc' }, take: 1, select: { id: true } },
} satisfies Prisma.ImportInclude;
