import { type Catalogue, en } from './en';
import { fr } from './fr';
import type { Language } from './index';

/** The texts of each language. A missing key does not compile. */
export const catalogues: Record<Language, Catalogue> = { en, fr };

declare module 'next-intl' {
  interface AppConfig {
    Messages: Catalogue;
  }
}
