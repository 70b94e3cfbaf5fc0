'use server';

import { revalidatePath } from 'next/cache';
import { answer } from '@/app/acting';
import type { TypedValue } from '@/components/settings/value-dialog';
import type { Answer } from '@/components/ui/answer';
import type { PlainList } from '@/lib/engine';
import { addListValue } from '@/lib/server/institutions/add-list-value';
import { changeListValue } from '@/lib/server/institutions/change-list-value';
import { countListValueUse } from '@/lib/server/institutions/count-list-value-use';
import { removeListValue } from '@/lib/server/institutions/remove-list-value';

const shown = <Value>(answered: Answer<Value>): Answer<Value> => {
  revalidatePath('/settings', 'layout');
  return answered;
};

export async function addValue(list: PlainList, { code, labels }: TypedValue): Promise<Answer<void>> {
  return shown(await answer((actor) => addListValue(actor, { list, code, labels })));
}

export async function changeValue(listValueId: number, { labels, rank }: TypedValue): Promise<Answer<void>> {
  return shown(await answer((actor) => changeListValue(actor, { listValueId, labels, rank })));
}

export async function removeValue(listValueId: number): Promise<Answer<void>> {
  return shown(await answer((actor) => removeListValue(actor, { listValueId })));
}

export async function countValue(listValueId: number): Promise<Answer<number>> {
  return answer((actor) => countListValueUse(actor, { listValueId }));
}
