import type { DefinitionPlan, WantedDefinitions } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { recordEvent } from '@/lib/server/audit/record-event';
import { inScope } from '@/lib/server/database/scope';
import { countMoves, planOver } from './plan-over';
import { requireDefining } from './require-defining';
import { lockDefinitions, storeDefinitions } from './store-definitions';

interface Wish {
  actor: Actor;
  wanted: WantedDefinitions;
  /** Of the event in the audit trail: what was defined, or how. */
  subject: string;
  /** Looks at the plan before it is stored; throws to refuse it. */
  check: (plan: DefinitionPlan) => void;
}

/**
 * Plans definitions and stores them in one transaction, so that what was planned is what is stored, and gives the plan. What is stored is
 * read back: it throws where the same wish would still change something, which would be a bug. Refuses as requireDefining.
 */
export async function carryOut({ actor, wanted, subject, check }: Wish): Promise<DefinitionPlan> {
  const { institutionId, userId } = actor;
  const scope = { kind: 'institution', institutionId, userId } as const;
  return inScope(scope, async (db) => {
    await requireDefining(db, actor);
    await lockDefinitions(db, institutionId);
    const planned = await planOver(db, institutionId, wanted);
    check(planned);
    if (planned.changes.length === 0) return planned;
    await storeDefinitions(db, institutionId, planned.result);
    await recordEvent(db, { action: 'criteria.define', subject, details: countMoves(planned.changes) });
    const { changes: left } = await planOver(db, institutionId, wanted);
    if (left.length > 0) throw new Error(`${left.length} of ${planned.changes.length} definitions are not stored as planned`);
    return planned;
  });
}
