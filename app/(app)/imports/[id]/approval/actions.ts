'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { TypedRequest } from '@/components/removals/request-form';
import type { Answer } from '@/components/ui/answer';
import type { Actor } from '@/lib/server/actor';
import { answerQuestion } from '@/lib/server/approvals/answer-question';
import { approveRequest } from '@/lib/server/approvals/approve-request';
import { askQuestion } from '@/lib/server/approvals/ask-question';
import { cancelRun } from '@/lib/server/approvals/cancel-run';
import { refuseRequest } from '@/lib/server/approvals/refuse-request';
import { requestApproval } from '@/lib/server/approvals/request-approval';
import { withdrawRequest } from '@/lib/server/approvals/withdraw-request';

/** An import, the request about it, and the hash of the plan that was shown. */
const shown = z.object({ importId: z.int().positive(), approvalId: z.int().positive(), planHash: z.string() });
type Shown = z.infer<typeof shown>;

/** Has a use case move a request and the pages of its import drawn anew; where it is refused, they stay to show why. */
async function move(importId: number, use: (actor: Actor) => Promise<unknown>): Promise<Answer<void>> {
  const answered = await answer(async (actor) => void (await use(actor)));
  if (answered.ok) revalidatePath(`/imports/${importId}`, 'layout');
  return answered;
}

export async function request(importId: number, planHash: string, typed: TypedRequest): Promise<Answer<void>> {
  const id = z.int().positive().parse(importId);
  return move(id, (actor) => requestApproval(actor, { ...typed, importId: id, planHash: z.string().parse(planHash) }));
}

export async function approve(of: Shown): Promise<Answer<void>> {
  const { importId, ...rest } = shown.parse(of);
  return move(importId, (actor) => approveRequest(actor, rest));
}

export async function refuse(of: Shown, text: string): Promise<Answer<void>> {
  const { importId, approvalId } = shown.parse(of);
  return move(importId, (actor) => refuseRequest(actor, { approvalId, text }));
}

export async function ask(of: Shown, text: string): Promise<Answer<void>> {
  const { importId, approvalId } = shown.parse(of);
  return move(importId, (actor) => askQuestion(actor, { approvalId, text }));
}

export async function reply(of: Shown, text: string): Promise<Answer<void>> {
  const { importId, approvalId } = shown.parse(of);
  return move(importId, (actor) => answerQuestion(actor, { approvalId, text }));
}

export async function withdraw(of: Shown): Promise<Answer<void>> {
  const { importId, approvalId } = shown.parse(of);
  return move(importId, (actor) => withdrawRequest(actor, { approvalId }));
}

export async function cancelApproved(of: Shown): Promise<Answer<void>> {
  const { importId, approvalId } = shown.parse(of);
  return move(importId, (actor) => cancelRun(actor, { approvalId }));
}
