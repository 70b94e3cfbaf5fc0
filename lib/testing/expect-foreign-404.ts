import { expect } from 'vitest';
import type { Actor } from '@/lib/server/actor';

/** A use case called with ids: those of the actor's own institution, of another one, or of nothing at all. */
export type CallWithIds<Ids> = (actor: Actor, ids: Ids) => Promise<unknown>;

const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (value) => ({ gave: value }),
    (error) => ({ name: error.name, code: error.code, status: error.status, params: error.params }),
  );

/**
 * Expects a use case to refuse ids of another institution with `not-found` (404), in the very words it has for ids that nobody
 * has: who asks does not learn which ids exist elsewhere.
 */
export async function expectForeign404<Ids>(call: CallWithIds<Ids>, stranger: Actor, theirs: Ids, nobodys: Ids): Promise<void> {
  const foreign = await refusal(call(stranger, theirs));
  expect(foreign).toMatchObject({ name: 'AppError', code: 'not-found', status: 404 });
  expect(foreign).toEqual(await refusal(call(stranger, nobodys)));
}

/** The counterpart that keeps the other from passing by accident: with ids of its own the institution gets any answer but that one. */
export async function expectFound<Ids>(call: CallWithIds<Ids>, owner: Actor, own: Ids): Promise<void> {
  expect(await refusal(call(owner, own))).not.toMatchObject({ code: 'not-found' });
}
