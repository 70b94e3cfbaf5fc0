/** Languages of the screens. A language is complete or not listed: its catalogue must have every key of the English one. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Holds the language a person chose on this device. */
export const LANGUAGE_COOKIE = 'foyer-language';

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((language) => language === text);

/** The tags of an Accept-Language header, best first. */
const wanted = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);

/** The language of a locale: `fr` of `fr-CH`. */
export const languageIn = (locale: string): Language => {
  const language = locale.slice(0, 2).toLowerCase();
  return isLanguage(language) ? language : 'en';
};

/** The language to answer in: what the person chose, else what the browser asks for, else English. */
export const languageOf = (chosen: string | undefined, acceptLanguage: string | null): Language => {
  if (isLanguage(chosen)) return chosen;
  const asked = wanted(acceptLanguage ?? '').map((tag) => tag.slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? 'en';
};

/** Where nothing is said of the region, dates and numbers are written as the venues do. */
const HOME_REGION: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

/** The locale to write dates and numbers in: the region the browser asks for in that language, else the language's home. */
export const localeOf = (language: Language, acceptLanguage: string | null): string =>
  wanted(acceptLanguage ?? '').find((tag) => tag.startsWith(`${language}-`) && /^[a-z]{2}-[A-Z]{2}$/.test(tag)) ?? HOME_REGION[language];
