import type { Cleaned } from '@/lib/engine/fields/field';
import { foldWords } from './tidy';

/** ISO 639-1. */
const CODES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ' +
    'ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv ' +
    'mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss ' +
    'st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/** Every ISO 639-1 code, in alphabetical order. */
export const LANGUAGE_CODES: readonly string[] = [...CODES].sort();

/** The languages that box offices write in words or with three letters. */
const WORDS = new Map<string, string>();
for (const [code, words] of Object.entries({
  en: 'english anglais englisch inglese ingles eng',
  fr: 'french francais franzosisch francese frances fra fre',
  de: 'german deutsch allemand tedesco aleman deu ger',
  it: 'italian italiano italien italienisch ita',
  es: 'spanish espanol espagnol spanisch spagnolo spa',
  nl: 'dutch nederlands neerlandais niederlandisch olandese holandes nld dut',
  pt: 'portuguese portugues portugais portugiesisch portoghese por',
})) {
  for (const word of words.split(' ')) WORDS.set(word, code);
}

/** ISO 639-1 in lower case of a code (`FR`, `fr-CH`, `fra`) or a language's name. */
export function cleanLanguage(value: string): Cleaned {
  const lower = value.toLowerCase();
  if (CODES.has(lower)) return lower;
  const tag = /^([a-z]{2})[-_][a-z]{2}$/.exec(lower)?.[1];
  if (tag && CODES.has(tag)) return tag;
  return WORDS.get(foldWords(value)) ?? { value: undefined, code: 'unknown-language', params: { value } };
}
