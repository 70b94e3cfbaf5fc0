import { fieldOf } from '@/lib/engine/fields';
import type { SuggestionReason } from '@/lib/engine/types';

/** Whether a column may go to a field beside another one: older layouts have several of it, under codes of their own. */
export const isOneOfSeveral = (input: string, reason: SuggestionReason): boolean =>
  reason === 'older-code' && fieldOf(input)?.severalColumns === true;
