'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { isLanguage, LANGUAGE_COOKIE } from '@/lib/i18n';
import { currentSession } from '@/lib/server/auth/current-session';

const YEAR_SECONDS = 31_536_000;

/** Goes on to the product, in the person's language unless this device has chosen one. */
export async function enterProduct(): Promise<void> {
  const session = await currentSession();
  const store = await cookies();
  if (session && isLanguage(session.language) && !store.has(LANGUAGE_COOKIE)) {
    store.set(LANGUAGE_COOKIE, session.language, { maxAge: YEAR_SECONDS, sameSite: 'lax' });
  }
  redirect('/');
}
