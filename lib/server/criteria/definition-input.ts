import { z } from 'zod';
import { CODE_LENGTH, type DefinitionProblem, VALUE_LENGTH } from '@/lib/engine';
import { AppError } from '@/lib/server/errors';

export const definitionText = z.string().trim().max(VALUE_LENGTH);

/** A label that is left empty is taken away. */
const label = definitionText.optional().transform((text) => text || null);
export const labelsWanted = z.strictObject({ en: label, fr: label });

/** Characters of a refused text that its refusal repeats. */
const SHOWN = 40;

export const codeUnusable = (code: string) =>
  new AppError('definition-code-unusable', { column: 'CODE', value: code.slice(0, SHOWN), max: CODE_LENGTH });

export const valueUnusable = (value: string) =>
  new AppError('definition-value-unusable', { column: 'VALUE', value: value.slice(0, SHOWN), max: VALUE_LENGTH });

/** Throws the first problem of a plan as a refusal. */
export function refuseProblems([first]: readonly DefinitionProblem[]): void {
  if (first) throw new AppError(first.code, first.params, 409);
}
