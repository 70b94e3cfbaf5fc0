import type { Environment } from '@/components/ui/environment-badge';
import type { ContactKind, RemovalCode } from '@/lib/engine';

export const CONTACT_KINDS = ['individual', 'structure', 'relay'] as const satisfies readonly ContactKind[];

/** A contact as a line of the list. Times are ISO texts. */
export interface ListedContact {
  id: string;
  number: string;
  kind: ContactKind;
  status: 'active' | 'inactive';
  name: string | null;
  email: string | null;
  town: string | null;
  updatedAt: string;
}

export interface Neighbour {
  id: string;
  number: string;
  name: string | null;
}

/** The import and the row of its file that a value came with. `at` is an ISO text. */
export interface FieldOrigin {
  importId: number;
  fileName: string;
  row: number;
  at: string;
}

/** A contact with all its fields by code, its neighbours, and the imports it came from. */
export interface ContactDetail {
  id: string;
  number: string;
  environment: Environment;
  kind: ContactKind;
  status: 'active' | 'inactive';
  /** Why it is inactive; null where nobody said. */
  inactiveReason: string | null;
  /** The removal that took its information; null where none did. */
  erasure: RemovalCode | null;
  version: number;
  /** Whether it signs in to the ticket shop with its first e-mail. */
  login: boolean;
  /** Numbers as typed stand beside theirs, as `FAX~typed`. */
  fields: Readonly<Record<string, string | undefined>>;
  /** Each address with the uses it serves; the first is the one among `fields`. */
  addresses: { uses: string; fields: Readonly<Record<string, string | undefined>> }[];
  /** What the title of a person comes to where it has no salutation of its own, by field. */
  salutations: Readonly<Record<string, string | undefined>>;
  criteria: { code: string; label: string; values: string[] }[];
  structure: Neighbour | null;
  relays: Neighbour[];
  createdAt: string;
  updatedAt: string;
  createdByImport: number | null;
  updatedByImport: number | null;
  /** By field, criterion (`=CODE`) or field of the address for one use (`TOWN@S`); not there where no import wrote it. */
  origins: Readonly<Record<string, FieldOrigin>>;
}
