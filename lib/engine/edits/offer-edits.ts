import type { FieldCode } from '@/lib/engine/fields';
import type { ColumnProfile } from '@/lib/engine/types';
import type { Edit } from './index';

export type OfferReason = 'names-case' | 'stand-ins' | 'domain' | 'merged';

/** An edit that a person may want: nothing of it is done unless they say so. */
export interface EditOffer {
  column: number;
  edit: Edit;
  reason: OfferReason;
  /** A mistyped domain and the one that is likely meant. */
  domain?: { from: string; to: string };
  /** Fields that it is meant for; null for every field. */
  fields: readonly FieldCode[] | null;
}

const NAMES: readonly FieldCode[] = ['FIRSTNAME', 'LASTNAME'];
const EMAILS: readonly FieldCode[] = ['EMAIL1', 'EMAIL2', 'EMAIL3'];

/** Share of the values of a column that must be written in one kind of letters throughout. */
const SHARE = 0.1;

/** Edits that the values of a column ask for, one cause each. `merged`: columns (0-based) in which cells are merged over several rows. */
export function offerEdits(columns: readonly ColumnProfile[], merged: readonly number[] = []): EditOffer[] {
  return [
    ...merged.map((column): EditOffer => ({ column, reason: 'merged', fields: null, edit: { op: 'fill-down', column } })),
    ...columns.flatMap(offersOf),
  ];
}

function offersOf({ index: column, signs }: ColumnProfile): EditOffer[] {
  if (!signs) return [];
  const offers: EditOffer[] = [];
  if (signs.standIns.length > 0)
    offers.push({ column, reason: 'stand-ins', fields: null, edit: { op: 'clear', column, values: [...signs.standIns] } });
  if (signs.capitals + signs.small >= signs.looked * SHARE && signs.capitals + signs.small > 0)
    offers.push({ column, reason: 'names-case', fields: NAMES, edit: { op: 'case', column, to: 'name' } });
  for (const [from, to] of Object.entries(signs.domains)) {
    const edit = { op: 'regex-replace', column, pattern: `(?i)@${escaped(from)}(>?)$`, with: `@${to}$1` } as const;
    offers.push({ column, reason: 'domain', fields: EMAILS, edit, domain: { from, to } });
  }
  return offers;
}

const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}-]/gu, (sign) => `\\${sign}`);
