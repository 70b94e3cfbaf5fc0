import type { Prisma } from '@/lib/server/generated/prisma/client';

/** A plain value of the engine as a JSON column takes it: Prisma's type knows no interfaces. */
export const asJson = (value: object) => value as unknown as Prisma.InputJsonValue;
