import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import type { Language } from '@/lib/i18n';
import type { Catalogue } from '@/lib/i18n/en';

/** `sign-in.json` holds the texts called signIn. */
const nameOf = (file: string) => file.replace(/\.json$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The catalogue of a language, read from its files: Node wants JSON imports marked, which the screens' bundler does not. */
export function catalogueOf(language: Language): Catalogue {
  const folder = `lib/i18n/${language}`;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [nameOf(file), JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))])) as Catalogue;
}

/** The texts of the screens in a language: journeys name what they press and see by the same keys as the screens do. */
export const textsIn = (language: Language) => createTranslator({ locale: language, messages: catalogueOf(language), timeZone: 'UTC' });

/** The texts in English. */
export const t = textsIn('en');

export type Texts = typeof t;
