import { z } from 'zod';
import { isColumnKey } from '@/lib/engine';

/** Column index (0-based) to the key of what it holds; null or absent: not imported. */
export const columnMapping = z.record(
  z.string().regex(/^\d+$/),
  z.custom<string>((value) => typeof value === 'string' && isColumnKey(value)).nullable(),
);
