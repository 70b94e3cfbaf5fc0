'use server';

import { revalidatePath } from 'next/cache';
import { answer } from '@/app/acting';
import type { RemovalPolicySettings } from '@/components/settings/settings-shapes';
import type { Answer } from '@/components/ui/answer';
import { changeRemovalPolicy } from '@/lib/server/institutions/change-removal-policy';

export async function saveRemovalPolicy(policy: RemovalPolicySettings): Promise<Answer<void>> {
  const answered = await answer((actor) => changeRemovalPolicy(actor, policy));
  revalidatePath('/settings/removals');
  return answered;
}
