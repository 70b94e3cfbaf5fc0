import type { ApprovalState } from '@/components/import/import-shapes';

/** What can be done to contacts, in the order in which it is offered; the first two can be undone. */
export const OPERATIONS = ['INVALIDATE', 'UPDATEACT', 'DELETE', 'ANONYMIZE', 'DROP'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const isReversible = (operation: Operation): boolean => operation === 'INVALIDATE' || operation === 'UPDATEACT';

export const BASES = ['person_asked', 'retention', 'wrong_import', 'other'] as const;
export type Basis = (typeof BASES)[number];

/** On what ground people who were erased may come back. */
export const LET_BACK_BASES = ['consent', 'contract', 'legal-obligation', 'mistake'] as const;
export type LetBackBasis = (typeof LET_BACK_BASES)[number];

/** How much a removal touches, and what holds rows back. */
export interface RemovalFigures {
  perOperation: Readonly<Partial<Record<Operation, number>>>;
  /** Most first. */
  blockers: readonly { code: string; count: number }[];
  total: number;
  /** Of the contacts of the environment, 0 to 1. */
  shareOfBase: number;
}

/** What the plan of a removal comes to. */
export interface RemovalSummary extends RemovalFigures {
  ceiling: { percent: number; number: number; exceeded: boolean };
  organizations: number;
}

/** A request for approval. Times are ISO texts. */
export interface ApprovalDetail {
  id: number;
  state: ApprovalState;
  basis: Basis;
  reason: string;
  planHash: string;
  /** As the requester saw it. */
  plan: RemovalFigures;
  requesterName: string;
  requestedAt: string;
  deciderName: string | null;
  decidedAt: string | null;
  runNotBefore: string | null;
  endReason: string | null;
  messages: { id: string; kind: 'question' | 'answer' | 'refusal'; authorName: string; text: string; at: string }[];
  since: { contactsChanged: number; standingChanged: number } | null;
  possible: { decide: boolean; isOwn: boolean; answer: boolean; withdraw: boolean; cancel: boolean };
}

/** Contacts whose information goes for ever. */
export const countIrreversible = ({ perOperation }: Pick<RemovalFigures, 'perOperation'>): number =>
  OPERATIONS.reduce((sum, operation) => sum + (isReversible(operation) ? 0 : (perOperation[operation] ?? 0)), 0);
