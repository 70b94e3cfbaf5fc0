import { AppError } from '@/lib/server/errors';
import type { StoredFile } from '@/lib/server/generated/prisma/client';

/** Throws `file-erased`: the bytes were taken away because a person in them was erased. */
export function refuseErased({ erasedAt }: Pick<StoredFile, 'erasedAt'>): void {
  if (erasedAt) throw new AppError('file-erased', {}, 409);
}
