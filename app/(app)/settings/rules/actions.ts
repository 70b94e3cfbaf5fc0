'use server';

import { revalidatePath } from 'next/cache';
import { answer } from '@/app/acting';
import type { Answer } from '@/components/ui/answer';
import type { NumberHolder } from '@/lib/engine';
import { changeSettings } from '@/lib/server/institutions/change-settings';

export async function saveStructureNumber(structureNumber: NumberHolder): Promise<Answer<void>> {
  const answered = await answer((actor) => changeSettings(actor, { structureNumber }));
  revalidatePath('/settings/rules');
  return answered;
}
