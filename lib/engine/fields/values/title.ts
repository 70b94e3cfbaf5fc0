import type { Cleaned } from '@/lib/engine/fields/field';
import { foldWords } from './tidy';

/** Titles that every institution has. */
export const STANDARD_TITLES = ['MR', 'MRS', 'MISS', 'MR_AND_MRS', 'UNDEFINED'] as const;

/** Words of the five languages for the standard codes, without case, accents and full stops. */
const WORDS = new Map<string, string>();
for (const [code, words] of Object.entries({
  MR: 'mr|mister|sir|m|mr|monsieur|herr|herrn|hr|dhr|de heer|pan|senhor|sig|signor|signore|sr|senor|don',
  MRS: 'mrs|ms|madam|mme|madame|frau|fr|mevr|mevrouw|mw|pani|senhora|sig ra|signora|sra|senora|dona',
  MISS: 'miss|mlle|mademoiselle|fraulein|frl|sig na|signorina|srta|senorita',
  MR_AND_MRS:
    'mr and mrs|mr mrs|m et mme|m mme|monsieur et madame|monsieur madame|herr und frau|dhr en mevr|de heer en mevrouw|panstwo|mr and ms|mr et mme|famille|family|famiglia|familia|familie|sig e sig ra|sr y sra',
  UNDEFINED: 'undefined|unknown|non defini|unbekannt',
})) {
  for (const word of words.split('|')) WORDS.set(word, code);
}

/** One of the standard codes; lists of titles show theirs with the prefix `CONTACT_TITLE/`, which is not part of it. */
export function cleanTitle(value: string): Cleaned {
  const word = foldWords(value.replace(/^CONTACT_TITLE\//, ''));
  return WORDS.get(word) ?? { value: undefined, code: 'unknown-title', params: { value, expected: STANDARD_TITLES.join(', ') } };
}
