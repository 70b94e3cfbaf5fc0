import { describe, expect, it } from 'vitest';
import { ISSUES } from '@/lib/engine';
import { catalogues } from './catalogues';
import { LANGUAGES } from './index';

type Texts = { [key: string]: string | Texts };

/** Every text with its dotted key. */
const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] satisfies [string, string]] : flat(value, `${prefix}${key}.`),
  );

/** Names of the arguments of an ICU message. */
const argumentsOf = (text: string) => [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1]))].sort();

const english = new Map(flat(catalogues.en));

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the catalogue %s', (language) => {
  const texts = flat(catalogues[language]);

  it('has the keys of the English one and no others', () => {
    expect(texts.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
  });

  it('uses the arguments of the English texts', () => {
    const differing = texts.filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(english.get(key) ?? '').join());
    expect(differing).toEqual([]);
  });

  it('leaves no text empty that English fills', () => {
    expect(texts.filter(([key, text]) => !text && english.get(key)).map(([key]) => key)).toEqual([]);
  });
});

it('names every issue in a few words, for the list of causes', () => {
  const titles: Texts = catalogues.en.problems.titles;
  expect(Object.keys(ISSUES).filter((code) => !titles[code])).toEqual([]);
});
