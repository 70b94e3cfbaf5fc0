'use server';

import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { rememberLanguage } from '@/app/remember-language';
import { isLanguage, LANGUAGE_COOKIE } from '@/lib/i18n';
import { currentSession } from '@/lib/server/auth/current-session';
import { pathWithin } from './path-within';

/** Goes on to the page that was asked for, in the person's language unless this device has chosen one. */
export async function enterProduct(wanted: string): Promise<void> {
  const session = await currentSession();
  const chosen = (await cookies()).has(LANGUAGE_COOKIE);
  if (session && isLanguage(session.language) && !chosen) await rememberLanguage(session.language);
  redirect(pathWithin(wanted) as Route);
}
