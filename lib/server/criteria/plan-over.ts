import { codesInQuestion, type DefinitionChange, type DefinitionPlan, planDefinitions, type WantedDefinitions } from '@/lib/engine';
import type { Db } from '@/lib/server/database/scope';
import { readDefinitions, readUse } from './read-definitions';

/** What is to be done so that the institution's definitions are as wanted, as they and its contacts are now. */
export async function planOver(db: Db, institutionId: number, wanted: WantedDefinitions): Promise<DefinitionPlan> {
  const present = await readDefinitions(db, institutionId);
  return planDefinitions(wanted, present, await readUse(db, institutionId, codesInQuestion(wanted, present)));
}

/** Changes by what they are, as the audit trail counts them. */
export function countMoves(changes: readonly DefinitionChange[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { move } of changes) counts[move] = (counts[move] ?? 0) + 1;
  return counts;
}
