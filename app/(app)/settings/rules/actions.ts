'use server';

import { revalidatePath } from 'next/cache';
import { answer } from '@/app/acting';
import type { InstitutionRules } from '@/components/settings/settings-shapes';
import type { Answer } from '@/components/ui/answer';
import { changeSettings } from '@/lib/server/institutions/change-settings';

export async function saveRules(rules: InstitutionRules): Promise<Answer<void>> {
  const answered = await answer((actor) => changeSettings(actor, rules));
  revalidatePath('/settings/rules');
  return answered;
}
