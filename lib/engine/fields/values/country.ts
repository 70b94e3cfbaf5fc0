import codes from 'i18n-iso-countries/codes.json';
import de from 'i18n-iso-countries/langs/de.json';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import fr from 'i18n-iso-countries/langs/fr.json';
import it from 'i18n-iso-countries/langs/it.json';
import type { Cleaned } from '@/lib/engine/fields/field';
import { foldWords } from './tidy';

/** Codes often written for another country's: refused with a suggestion instead of guessed. */
const MISTAKEN = new Map([
  ['UK', 'GB'],
  ['EN', 'GB'],
]);

const AMBIGUOUS = '';
const alpha2 = new Set<string>();
const known = new Map<string, string>();
for (const [two, three] of codes as string[][]) {
  if (!two || !three) continue;
  alpha2.add(two);
  known.set(three.toLowerCase(), two);
}
for (const { countries } of [en, fr, de, es, it]) {
  for (const [code, names] of Object.entries(countries as Record<string, string | string[]>)) {
    for (const name of [names].flat()) note(foldWords(name), code);
  }
}

/** ISO 3166-1 alpha-2 of every country, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = [...alpha2].sort();

/** A name that lists give to two countries, as they do with Congo, names neither. */
function note(name: string, code: string): void {
  const other = known.get(name);
  known.set(name, other === undefined || other === code ? code : AMBIGUOUS);
}

/** ISO 3166-1 alpha-2 of a code of two or three letters, or of a country's name in English, French, German, Spanish or Italian. */
export function cleanCountry(value: string): Cleaned {
  const upper = value.toUpperCase();
  if (alpha2.has(upper)) return upper;
  const suggestion = MISTAKEN.get(upper);
  if (suggestion) return { value: undefined, code: 'country-code-mistaken', params: { value, suggestion } };
  const code = known.get(foldWords(value));
  return code ? code : { value: undefined, code: 'unknown-country', params: { value } };
}
