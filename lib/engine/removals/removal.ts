import { type OperationCode, operationOf } from '@/lib/engine/operations';

/** What a file that is meant to remove may ask for. UPDATEACT takes an invalidation back. */
export const REMOVALS = ['INVALIDATE', 'UPDATEACT', 'DELETE', 'ANONYMIZE', 'DROP'] as const satisfies readonly OperationCode[];
export type RemovalCode = (typeof REMOVALS)[number];

const codes: ReadonlySet<string> = new Set(REMOVALS);

export const isRemoval = (code: string): code is RemovalCode => codes.has(code);

/** Whether the operation takes values away that say who somebody is: their traces and fingerprints follow. */
export const erases = (code: RemovalCode): boolean => operationOf(code)?.erases === true;

/** What an institution decided about removals. */
export interface RemovalPolicy {
  /** INVALIDATE is for contacts with sales, too. */
  invalidateWithSales: boolean;
  /** ANONYMIZE keeps nothing of the address; else country, town and postcode stay. */
  fullWipe: boolean;
  /** Criteria whose contacts are protected: `CODE`, or `CODE=value` for one value of it. */
  protectedCriteria: readonly string[];
}

/** What the ticketing system knows of a contact. */
export interface Standing {
  sales: number;
  /** Hundredths; below zero the contact owes, above zero it is owed. */
  balance: bigint;
  openOrders: number;
}

/** What must be known of a contact, beside its fields, before anything of it is removed. */
export interface RemovalFacts {
  /** null: nobody ever told. */
  standing: Standing | null;
  /** Whether a file made the contact. */
  isImported: boolean;
}
