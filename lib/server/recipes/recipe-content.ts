import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { editsSchema, LIMITS, type Mapping, NO_EDITS } from '@/lib/engine';
import type { Recipe, RecipeVersion } from '@/lib/server/generated/prisma/client';
import { columnMapping } from '@/lib/server/imports/column-mapping';
import { importRules } from '@/lib/server/imports/import-rules';
import { readOptions } from '@/lib/server/imports/read-options';

/** What a recipe does to files with its columns. The proof of consents is none of it: it is of one file, and no later one may lean on it. */
export const recipeContent = z.strictObject({
  /** The columns of the file. */
  header: z.array(z.string().max(LIMITS.cellChars)).max(LIMITS.columns),
  mapping: columnMapping.transform((mapping) => mapping as Mapping),
  edits: editsSchema,
  rules: importRules.omit({ raiseConsents: true }),
  readOptions,
});

export type RecipeContent = z.infer<typeof recipeContent>;

type Stored = Pick<Recipe | RecipeVersion, 'header' | 'mapping' | 'edits' | 'rules' | 'readOptions'>;

/** What is stored of a recipe. The JSON columns hold what was checked before; nobody else writes them. */
export const contentOf = ({ header, mapping, edits, rules, readOptions: options }: Stored): RecipeContent => ({
  header,
  mapping: mapping as RecipeContent['mapping'],
  edits: (edits as RecipeContent['edits'] | null) ?? NO_EDITS,
  rules: rules as RecipeContent['rules'],
  readOptions: options as RecipeContent['readOptions'],
});

const plain = (content: RecipeContent): unknown => JSON.parse(JSON.stringify(content));

/** Whether two recipes do the same, whatever the order in which they were written down. */
export const sameContent = (one: RecipeContent, other: RecipeContent): boolean => isDeepStrictEqual(plain(one), plain(other));
