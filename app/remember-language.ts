import { cookies } from 'next/headers';
import { LANGUAGE_COOKIE, type Language } from '@/lib/i18n';

const YEAR_SECONDS = 31_536_000;

/** Keeps the language on this device; to be called from a server action. */
export async function rememberLanguage(language: Language): Promise<void> {
  (await cookies()).set(LANGUAGE_COOKIE, language, { maxAge: YEAR_SECONDS, sameSite: 'lax' });
}
