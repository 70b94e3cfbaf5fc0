import type { Import } from '@/lib/server/generated/prisma/client';

/**
 * Whether to undo this import is to do a removal again that was taken back: that takes the approval of a second person, as the removal did. Its
 * file is brought again instead.
 */
export const redoesRemoval = ({ undone }: { undone: Pick<Import, 'purpose'> | null }): boolean => undone?.purpose === 'removal';
