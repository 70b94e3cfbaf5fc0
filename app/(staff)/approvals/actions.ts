'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { currentSession } from '@/lib/server/auth/current-session';
import { enterInstitution } from '@/lib/server/auth/enter-institution';

const id = z.int().positive();

/** Enters the institution of a request, which its audit trail notes, and opens the request. */
export async function openRequest(institutionId: number, importId: number): Promise<void> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  const [institution, subject] = [id.parse(institutionId), id.parse(importId)];
  if (session.institution?.id !== institution) await enterInstitution(session, institution);
  // What surrounds the page says where one is: the browser must not keep it from before.
  revalidatePath('/', 'layout');
  redirect(`/imports/${subject}/approval`);
}
