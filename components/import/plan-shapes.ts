import type { ContactKind, ProposedDefinition } from '@/lib/engine';
import type { ImportCounts } from './import-shapes';

export type ByKind = Record<ContactKind, number>;

/** What a plan comes to, before it is confirmed. */
export interface PlanSummary {
  counts: ImportCounts;
  planHash: string;
  /** Fields (or criteria, as `=CODE`) of contacts that are updated, by how many they change; most first. */
  changedFields: { field: string; count: number }[];
  created: ByKind;
  updated: ByKind;
  removed: ByKind;
  /** Contacts that exist and for which an authorization is set to yes where nobody had said so. */
  consentRaised: number;
  /** What it defines; of an undo or redo, what the import of the file did. */
  definitions: readonly ProposedDefinition[];
}

export type ChangeKind = 'create' | 'update' | 'remove' | 'unchanged';

/** A planned change of one contact. null in `before` or `after` is an empty field. */
export interface ListedChange {
  row: number;
  part: ContactKind;
  kind: ChangeKind;
  contactId: string;
  contactNumber: string | null;
  name: string | null;
  before: Readonly<Record<string, string | null | undefined>>;
  after: Readonly<Record<string, string | null | undefined>>;
}
