import { forbidden, notFound, redirect } from 'next/navigation';
import type { Answer } from '@/components/ui/answer';
import type { Actor } from '@/lib/server/actor';
import { requireActor } from '@/lib/server/auth/current-session';
import { AppError } from '@/lib/server/errors';

function leave(error: AppError): never {
  if (error.code === 'signed-out') redirect('/sign-in');
  if (error.code === 'no-institution') redirect('/');
  if (error.status === 404) notFound();
  if (error.status === 403) forbidden();
  throw error;
}

/** For pages: what the use case gives for whoever is signed in. A refusal leads to the page that says so; others are thrown. */
export async function show<Value>(use: (actor: Actor) => Promise<Value>): Promise<Value> {
  try {
    return await use(await requireActor());
  } catch (error) {
    if (error instanceof AppError) leave(error);
    throw error;
  }
}

/** For server actions and page parts that can go on without: the value, or the refusal as a value. */
export async function answer<Value>(use: (actor: Actor) => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await use(await requireActor()) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: { code: error.code, params: error.params } };
    throw error;
  }
}
