import { z } from 'zod';
import { type Actor, may, requirePermission } from '@/lib/server/actor';
import { type Db, inScope } from '@/lib/server/database/scope';
import { notFound } from '@/lib/server/errors';
import type { ApprovalBasis, ApprovalState, MessageKind, Prisma } from '@/lib/server/generated/prisma/client';
import { standsAsPlanned } from '@/lib/server/removals/stands-as-planned';
import { OPEN_STATES } from './held-approval';
import { type SeenPlan, seenPlan } from './seen-plan';

const input = z.object({ importId: z.int().positive() });

/** What may be done about a request by who looks at it. */
interface Possible {
  /** Approve, refuse and ask. */
  decide: boolean;
  /** False of an approver who asked for it or made its plan: another one must decide. */
  isOwn: boolean;
  answer: boolean;
  withdraw: boolean;
  cancel: boolean;
}

/** Contacts of the plan of which something is no longer as it was when it was made: they will be left alone. */
interface Since {
  contactsChanged: number;
  /** What they bought, ordered or owe. */
  standingChanged: number;
}

/** A request for approval as its page shows it. Times are ISO texts. */
export interface ApprovalDetail {
  id: number;
  state: ApprovalState;
  basis: ApprovalBasis;
  reason: string;
  planHash: string;
  /** As the requester saw it. */
  plan: SeenPlan;
  requesterName: string;
  requestedAt: string;
  deciderName: string | null;
  decidedAt: string | null;
  runNotBefore: string | null;
  endedAt: string | null;
  endReason: string | null;
  messages: { id: string; kind: MessageKind; authorName: string; text: string; at: string }[];
  /** What is no longer as the requester saw it, while something may still come of the request; null after that. */
  since: Since | null;
  hasCertificate: boolean;
  possible: Possible;
}

type Found = Prisma.ApprovalGetPayload<{ include: { messages: true; certificate: true; import: true } }>;

const isOpen = (state: ApprovalState) => (OPEN_STATES as readonly ApprovalState[]).includes(state);

/** The last request about an import; null where nobody ever asked. Throws `not-found`. */
export async function getApproval(actor: Actor, request: z.input<typeof input>): Promise<ApprovalDetail | null> {
  requirePermission(actor, 'import.view');
  const { importId } = input.parse(request);
  const { institutionId, userId } = actor;
  return inScope({ kind: 'institution', institutionId, userId }, async (db) => {
    if (!(await db.import.count({ where: { id: importId } }))) throw notFound('import');
    const found = await db.approval.findFirst({
      where: { importId },
      include: { messages: { orderBy: { id: 'asc' } }, certificate: true, import: true },
      orderBy: { id: 'desc' },
    });
    if (!found) return null;
    return {
      ...shown(found),
      since: isOpen(found.state) ? await countChanged(db, found) : null,
      possible: possibleFor(actor, found),
    };
  });
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

const shown = (found: Found) => ({
  id: found.id,
  state: found.state,
  basis: found.basis,
  reason: found.reason,
  planHash: found.planHash,
  plan: seenPlan.parse(found.plan),
  requesterName: found.requesterName,
  requestedAt: found.requestedAt.toISOString(),
  deciderName: found.deciderName,
  decidedAt: iso(found.decidedAt),
  runNotBefore: iso(found.runNotBefore),
  endedAt: iso(found.endedAt),
  endReason: found.endReason,
  messages: found.messages.map(({ id, kind, authorName, text, at }) => ({ id: String(id), kind, authorName, text, at: at.toISOString() })),
  hasCertificate: found.certificate !== null,
});

const CHANGED = `
  SELECT count(*) FILTER (WHERE c.version IS DISTINCT FROM p.contact_version)::int AS "contactsChanged",
    count(*) FILTER (WHERE NOT ${standsAsPlanned('i.planned_at')})::int AS "standingChanged"
  FROM plan_change p JOIN import i ON i.id = p.import_id LEFT JOIN contact c ON c.id = p.contact_id AND c.institution_id = p.institution_id
  WHERE p.institution_id = $1 AND p.import_id = $2 AND p.kind <> 'unchanged'`;

async function countChanged(db: Db, { institutionId, importId }: Found): Promise<Since> {
  const [found] = await db.$queryRawUnsafe<Since[]>(CHANGED, institutionId, importId);
  return found ?? { contactsChanged: 0, standingChanged: 0 };
}

function possibleFor(actor: Actor, { state, requester, import: { createdBy, confirmedBy } }: Found): Possible {
  const undecided = state === 'requested' || state === 'questioned';
  const approves = may(actor, 'removal.approve');
  const asks = may(actor, 'removal.request');
  const isOwn = approves && undecided && [requester, createdBy, confirmedBy].includes(actor.userId);
  return {
    decide: approves && undecided && !isOwn,
    isOwn,
    answer: asks && state === 'questioned',
    withdraw: asks && undecided,
    cancel: (asks || approves) && state === 'approved',
  };
}
