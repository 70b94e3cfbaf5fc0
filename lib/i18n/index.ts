/** Languages of the screens. A language is complete or not listed: its catalogue must have every key of the English one. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Holds the language a person chose on this device. */
export const LANGUAGE_COOKIE = 'foyer-language';

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((language) => language === text);

/** The languages of an Accept-Language header, best first, without regions. */
const wanted = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);

/** The language to answer in: what the person chose, else what the browser asks for, else English. */
export const languageOf = (chosen: string | undefined, acceptLanguage: string | null): Language => {
  if (isLanguage(chosen)) return chosen;
  return wanted(acceptLanguage ?? '').find(isLanguage) ?? 'en';
};
