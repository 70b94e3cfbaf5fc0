import { type Catalogue, en } from './en';
import { fr } from './fr';
import type { Language } from './index';

/** The texts of each language. A missing key does not compile. */
export const catalogues: Record<Language, Catalogue> = { en, fr };

type ScreenTexts = Omit<Catalogue, 'fields' | 'guide'>;

/** The texts of the screens, which the browser gets with every page. Pages of reference take theirs from the catalogue, on the server. */
export function screenTexts(language: Language): ScreenTexts {
  const { fields, guide, ...texts } = catalogues[language];
  return texts;
}

declare module 'next-intl' {
  interface AppConfig {
    Messages: ScreenTexts;
  }
}
