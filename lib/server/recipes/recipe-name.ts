import { z } from 'zod';
import { AppError } from '@/lib/server/errors';

/** The name of a recipe: on one line, of at most 100 characters. */
export const recipeName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u);

/** The name that was typed. Throws `recipe-name-unusable` where it is none. */
export function nameTyped(text: string): string {
  const parsed = recipeName.safeParse(text);
  if (!parsed.success) throw new AppError('recipe-name-unusable');
  return parsed.data;
}
