'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { LANGUAGE_COOKIE, LANGUAGES } from '@/lib/i18n';
import { currentSession } from '@/lib/server/auth/current-session';
import { enterInstitution } from '@/lib/server/auth/enter-institution';

const YEAR_SECONDS = 31_536_000;

/** Remembers the language on this device. */
export async function chooseLanguage(choice: z.input<typeof language>): Promise<void> {
  (await cookies()).set(LANGUAGE_COOKIE, language.parse(choice), { maxAge: YEAR_SECONDS, sameSite: 'lax' });
}
const language = z.enum(LANGUAGES);

/** Enters an institution and starts at its home page, since what was open belongs to another. */
export async function enter(institutionId: number): Promise<void> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  await enterInstitution(session, z.int().positive().parse(institutionId));
  redirect('/');
}
