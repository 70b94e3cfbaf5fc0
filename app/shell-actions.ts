'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { rememberLanguage } from '@/app/remember-language';
import { LANGUAGES, type Language } from '@/lib/i18n';
import { currentSession } from '@/lib/server/auth/current-session';
import { enterInstitution } from '@/lib/server/auth/enter-institution';

/** Remembers the language on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await rememberLanguage(z.enum(LANGUAGES).parse(language));
}

/** Enters an institution and starts at its home page, since what was open belongs to another. */
export async function enter(institutionId: number): Promise<void> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  await enterInstitution(session, z.int().positive().parse(institutionId));
  // What surrounds the page says where one is: the browser must not keep it from before.
  revalidatePath('/', 'layout');
  redirect('/');
}
