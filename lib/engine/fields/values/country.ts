import codes from 'i18n-iso-countries/codes.json';
import cs from 'i18n-iso-countries/langs/cs.json';
import da from 'i18n-iso-countries/langs/da.json';
import de from 'i18n-iso-countries/langs/de.json';
import el from 'i18n-iso-countries/langs/el.json';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import fi from 'i18n-iso-countries/langs/fi.json';
import fr from 'i18n-iso-countries/langs/fr.json';
import hu from 'i18n-iso-countries/langs/hu.json';
import it from 'i18n-iso-countries/langs/it.json';
import nl from 'i18n-iso-countries/langs/nl.json';
import pl from 'i18n-iso-countries/langs/pl.json';
import pt from 'i18n-iso-countries/langs/pt.json';
import ro from 'i18n-iso-countries/langs/ro.json';
import ru from 'i18n-iso-countries/langs/ru.json';
import sv from 'i18n-iso-countries/langs/sv.json';
import tr from 'i18n-iso-countries/langs/tr.json';
import type { Cleaned } from '@/lib/engine/fields/field';
import variants from './country-variants.json';
import { foldWords } from './tidy';

/** Codes often written for another country's: refused with a suggestion instead of guessed. */
const MISTAKEN = new Map([
  ['UK', 'GB'],
  ['EN', 'GB'],
]);

/** Words between two names and abbreviations, so that "Trinidad & Tobago" and "St. Lucia" are the same as in full. */
const AND = / (?:and|und|et|e|y|en|och|og|ja|es|si|kai|ve|i|και|и) /g;
const SAINT = /\b(?:st|s t|ste|sankt|sint)(?= )/g;

/** A name as compared: without case, accents, punctuation, a leading article, and the words of AND. */
const key = (name: string): string =>
  foldWords(name)
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replace(/(^| )о ва(?= |$)/g, '$1острова')
    .replace(/^(?:the|les|la|le|de|den|die) (?=.)/, '')
    .replace(SAINT, 'saint')
    .replace(AND, ' ');

const AMBIGUOUS = '';
const alpha2 = new Set<string>();
const alpha3 = new Map<string, string>();
for (const [two, three] of codes as string[][]) {
  if (!two || !three) continue;
  alpha2.add(two);
  alpha3.set(three, two);
}

/** Every code of ISO 3166-1 alpha-2, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = [...alpha2].sort();

/** Names of the list in 17 languages. A name that it gives to two countries, as it does with Congo, names neither. */
const listed = new Map<string, string>();
for (const { countries } of [cs, da, de, el, en, es, fi, fr, hu, it, nl, pl, pt, ro, ru, sv, tr]) {
  for (const [code, names] of Object.entries(countries as Record<string, string | string[]>)) {
    for (const name of [names].flat().map(key)) {
      const other = listed.get(name);
      listed.set(name, other === undefined || other === code ? code : AMBIGUOUS);
    }
  }
}

/** Short, former and colloquial names in the same languages, with those by which Unicode's CLDR differs; they go before the list. */
const usual = new Map<string, string>();
for (const [code, names] of Object.entries(variants)) for (const name of names.split('|')) usual.set(key(name), code);

/** The words outside and inside of brackets: `Falkland Islands (Islas Malvinas)`. */
const BRACKETED = /^(.+?) *\((.+)\)$/;

function named(value: string): string | undefined {
  const name = key(value);
  const code = usual.get(name) ?? listed.get(name);
  if (code !== undefined) return code || undefined;
  const [, outside, inside] = BRACKETED.exec(value) ?? [];
  return outside && inside ? (named(outside) ?? named(inside)) : undefined;
}

/**
 * ISO 3166-1 alpha-2 of a code of two or three letters, or of a country's name in one of 17 languages: as on the list of ISO 3166, short,
 * former or colloquial.
 */
export function cleanCountry(value: string): Cleaned {
  const upper = value.toUpperCase();
  if (alpha2.has(upper)) return upper;
  const suggestion = MISTAKEN.get(upper);
  if (suggestion) return { value: undefined, code: 'country-code-mistaken', params: { value, suggestion } };
  return alpha3.get(upper) ?? named(value) ?? { value: undefined, code: 'unknown-country', params: { value } };
}
