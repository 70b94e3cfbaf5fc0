import { z } from 'zod';
import { cleanRows, fieldOf, type ListCode, mapRows, prepareCleaning } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';

const label = z.string().trim().max(100).optional();

/** Labels by language; an empty one is none. */
export const labelsInput = z
  .strictObject({ en: label, fr: label })
  .transform((labels) => Object.fromEntries(Object.entries(labels).filter(([, text]) => text)) as { en?: string; fr?: string });

/** Characters that mean something in the cells of a file. */
const MEANS_SOMETHING = /^=|\|/;

/** Lists whose codes are the world's, not the institution's. */
const OF_THE_WORLD: readonly ListCode[] = ['PREF_LANG', 'COUNTRY'];

/** The code as it is stored. Throws `list-code-unusable` for one that no cell of a file could bring. */
export function listCodeOf(list: ListCode, typed: string): string {
  const mapping = { 0: list } as const;
  const code = typed.trim();
  const [row] = cleanRows(mapRows([{ row: 1, cells: [code] }], mapping), prepareCleaning({ country: 'FR', today: '2000-01-01' }, mapping, []));
  const cleaned = OF_THE_WORLD.includes(list) ? row?.cells[list] : code;
  if (!cleaned || MEANS_SOMETHING.test(cleaned) || cleaned.length > (fieldOf(list)?.length ?? 0)) {
    throw new AppError('list-code-unusable', { value: code.slice(0, 40), max: fieldOf(list)?.length ?? 0 });
  }
  return cleaned;
}
