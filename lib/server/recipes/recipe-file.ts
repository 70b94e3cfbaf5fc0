import { z } from 'zod';
import { columnsRead, FIRST_MADE_COLUMN, LIMITS } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';
import { refuseUnclear } from '@/lib/server/imports/accept-mapping';
import { type RecipeContent, recipeContent } from './recipe-content';
import { recipeName } from './recipe-name';

/** The form of the files that are written; a later one may say more, which is not read here. */
const FORM = 1;

const schema = recipeContent.extend({ foyerRecipe: z.literal(FORM), name: recipeName });
const mark = z.looseObject({ foyerRecipe: z.number() });

export interface NamedRecipe {
  name: string;
  content: RecipeContent;
}

/** A recipe as the text of a file that can be brought into another institution. */
export const writeRecipeFile = ({ name, content }: NamedRecipe): string => `${JSON.stringify({ foyerRecipe: FORM, name, ...content }, null, 2)}\n`;

/**
 * The recipe that a file holds. Whatever else the file is, it is refused: `recipe-file-too-large`, `recipe-file-no-json`, `recipe-file-other` where
 * it holds something else, `recipe-file-newer` where a later Foyer wrote it, `recipe-file-wrong` with the place of what cannot be used,
 * `recipe-without-header`, and what refuseUnclear throws.
 */
export function readRecipeFile(bytes: Uint8Array): NamedRecipe {
  if (bytes.length > LIMITS.recipeBytes) throw new AppError('recipe-file-too-large', { kilobytes: LIMITS.recipeBytes / 1000 });
  const json = parsed(bytes);
  const known = mark.safeParse(json);
  if (!known.success) throw new AppError('recipe-file-other');
  if (known.data.foyerRecipe > FORM) throw new AppError('recipe-file-newer');
  const { success, data, error } = schema.safeParse(json);
  if (!success) throw wrongAt(error.issues[0]?.path ?? []);
  const { foyerRecipe: _, name, ...content } = data;
  refuseUnusable(content);
  return { name, content };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('recipe-file-no-json');
  }
}

/** Characters of a place that are told: keys of a hostile file may be of any length. */
const PLACE = 80;

const wrongAt = (path: readonly PropertyKey[]) =>
  new AppError('recipe-file-wrong', { at: path.map(String).join('.').slice(0, PLACE) || 'foyerRecipe' });

/** Throws where the recipe could never be carried out on files with its columns. */
function refuseUnusable({ header, mapping, edits }: RecipeContent): void {
  refuseWithoutHeader(header);
  const isOutside = (index: number) => index < FIRST_MADE_COLUMN && index >= header.length;
  const outside = Object.keys(mapping).find((index) => isOutside(Number(index)));
  if (outside !== undefined) throw wrongAt(['mapping', outside]);
  const edit = edits.list.findIndex((each) => columnsRead(each).some(isOutside));
  if (edit >= 0) throw wrongAt(['edits', 'list', edit]);
  refuseUnclear(mapping, edits, []);
}

/** Throws `recipe-without-header`: files whose columns have no names cannot be known again. */
export function refuseWithoutHeader(header: readonly string[]): void {
  if (header.every((text) => text.trim() === '')) throw new AppError('recipe-without-header');
}
