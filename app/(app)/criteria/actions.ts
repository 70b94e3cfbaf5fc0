'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answer } from '@/app/acting';
import type { DefinitionPlace, FilePlan, Retirement, TypedCriterion, TypedType } from '@/components/criteria/criteria-shapes';
import type { Answer } from '@/components/ui/answer';
import { defineCriterion } from '@/lib/server/criteria/define-criterion';
import { defineStructureType } from '@/lib/server/criteria/define-structure-type';
import { importDefinitionFile } from '@/lib/server/criteria/import-definition-file';
import { planDefinitionFile } from '@/lib/server/criteria/plan-definition-file';
import { setCriteriaPolicy } from '@/lib/server/criteria/set-criteria-policy';
import { setRetired } from '@/lib/server/criteria/set-retired';
import { weighRetirement } from '@/lib/server/criteria/weigh-retirement';

const shown = <Value>(answered: Answer<Value>): Answer<Value> => {
  revalidatePath('/criteria', 'layout');
  return answered;
};

export async function saveCriterion(typed: TypedCriterion): Promise<Answer<void>> {
  return shown(await answer((actor) => defineCriterion(actor, typed)));
}

export async function saveType(typed: TypedType): Promise<Answer<void>> {
  return shown(await answer((actor) => defineStructureType(actor, typed)));
}

export async function weigh(place: DefinitionPlace): Promise<Answer<Retirement>> {
  return answer((actor) => weighRetirement(actor, place));
}

export async function retire(place: DefinitionPlace, retired: boolean): Promise<Answer<void>> {
  return shown(await answer((actor) => setRetired(actor, { ...place, retired })));
}

export async function setPolicy(customersDefine: boolean): Promise<Answer<void>> {
  return shown(await answer((actor) => setCriteriaPolicy(actor, { customersDefine })));
}

const form = z.object({ file: z.instanceof(File), hash: z.string() });

async function sent(data: FormData) {
  const { file, hash } = form.parse(Object.fromEntries(data));
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), hash };
}

export async function planFile(data: FormData): Promise<Answer<FilePlan>> {
  const { name, bytes } = await sent(data);
  return answer((actor) => planDefinitionFile(actor, { name, bytes }));
}

export async function carryOutFile(data: FormData): Promise<Answer<FilePlan>> {
  const file = await sent(data);
  return shown(await answer((actor) => importDefinitionFile(actor, file)));
}
