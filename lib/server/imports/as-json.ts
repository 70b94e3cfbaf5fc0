import { storableJson } from '@/lib/server/database/storable-json';
import type { Prisma } from '@/lib/server/generated/prisma/client';

/** A plain value of the engine as a JSON column takes it: Prisma's type knows no interfaces, PostgreSQL not every character. */
export const asJson = (value: object): Prisma.InputJsonValue => JSON.parse(storableJson(value));
