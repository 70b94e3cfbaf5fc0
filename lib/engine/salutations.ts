import texts from './salutation-texts.json';

/** How a person is addressed, by the two fields of the format. Their names look swapped: the format has them so. */
export interface Salutation {
  LETTER_SALUTATION: string;
  ADDR_SALUTATION: string;
}

/** An institution's own text for a title in a language. An empty part is derived like a missing one. */
export interface OwnSalutation {
  title: string;
  language: string;
  letter: string;
  address: string;
}

const BUILT_IN: Readonly<Record<string, Readonly<Record<string, { letter: string; address: string }>>>> = texts;

/** Languages in which every standard title has a text. */
export const SALUTATION_LANGUAGES: readonly string[] = Object.keys(BUILT_IN);

/** Our own text for a title in a language; undefined where there is none. */
export const builtInSalutation = (title: string, language: string) => BUILT_IN[language]?.[title];

/**
 * The salutations of a person where the contact has none of its own: by title in the language of the contact, else of the institution, else in
 * English. The institution's texts go before ours; a title that nobody wrote a text for is addressed as if it were not known.
 */
export function salutationOf(
  { title = UNKNOWN, language }: { title?: string; language?: string },
  own: readonly OwnSalutation[],
  institutionLanguage: string,
): Salutation {
  const languages = [language, institutionLanguage, 'en'].filter((code) => code !== undefined);
  const part = (of: 'letter' | 'address'): string => {
    for (const spoken of languages) {
      for (const wanted of new Set([title, UNKNOWN])) {
        const text = own.find((entry) => entry.title === wanted && entry.language === spoken)?.[of] || builtInSalutation(wanted, spoken)?.[of];
        if (text !== undefined) return text;
      }
    }
    return '';
  };
  return { LETTER_SALUTATION: part('letter'), ADDR_SALUTATION: part('address') };
}

/** The standard title of whom nothing is known. */
const UNKNOWN = 'UNDEFINED';
