import type { IssueCode } from '@/lib/engine/issues';
import type { Listing } from '@/lib/engine/lists';
import type { ContactKind } from '@/lib/engine/types';

/** The blocks of the format, in its order. */
export type FieldGroup = 'global' | 'contact' | 'individual' | 'structure' | 'address' | 'means' | 'authorizations' | 'criteria';

/** How a field is drawn and described; the values themselves are always texts in normal form. */
export type FieldType = 'text' | 'code' | 'number' | 'date' | 'email' | 'phone' | 'country' | 'language' | 'flag' | 'criterion';

/** Whether 03/04/1980 is 3 April or 4 March, 80/04/03 begins with its year, and 29314 is a day number of a spreadsheet: decided once per column. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first' | 'serial';

/** What a cell is cleaned against. */
export interface Place {
  /** ISO 3166-1 alpha-2 of the row's address, else of the institution. */
  country: string;
  dateOrder: DateOrder;
  /** A year of two digits is no year: so the format has it, while files of other tools are read as far as they can be. */
  wholeYears?: boolean;
  /** YYYY-MM-DD. */
  today: string;
  /** Phone numbers already judged in this import, by country and text: the same switchboard comes back a thousand times. */
  phones: Map<string, Cleaned>;
  /** The institution's own lists; absent where values are cleaned for no institution. */
  listing?: Listing;
}

/** A value that could not be taken as it is: what becomes of the cell (undefined: skipped), and the issue that says so. */
export interface Finding {
  value: string | undefined;
  code: IssueCode;
  params: Record<string, string | number>;
}

/** A bare text is a clean value without anything to say: the common case costs no object. */
export type Cleaned = string | Finding;

/** One field of the contact format. Mapping, cleaning, templates and the format page are all derived from it. */
export interface Field {
  readonly code: string;
  /** Codes of the field in older layouts of the format. */
  readonly olderCodes?: readonly string[];
  /**
   * Older layouts have several columns of it, which one contact has one value of today: the first that is filled counts, and what the others
   * say beside it is told.
   */
  readonly severalColumns?: true;
  /** Foyer's own: no layout of the format has it, and only its exact code in a header names it. */
  readonly own?: true;
  readonly group: FieldGroup;
  readonly type: FieldType;
  /** Characters at most. */
  readonly length: number;
  /** An over-long value is shortened with a warning; without this mark its row is refused. */
  readonly shortens?: true;
  /** Line breaks are kept. */
  readonly multiline?: true;
  /**
   * The value is a row of digits and no quantity. Where a spreadsheet made a rounded quantity of it (`4.41E+11`) digits are lost: the cell is
   * skipped, or kept as typed where nothing is stored, or its row refused because nobody else may be found by what is left.
   */
  readonly digits?: 'skips' | 'keeps' | 'refuses';
  /** `=` is refused. */
  readonly neverCleared?: true;
  readonly labels: { readonly en: string; readonly fr: string };
  readonly example: string;
  /** Kinds of contact that have the field. Empty: the field steers the row and is stored nowhere. */
  readonly appliesTo: readonly ContactKind[];
  /** Who gets the value when a row names a structure and its relay; `appliesTo` where not said. */
  readonly inPair?: 'structure' | 'relay';
  /** To the normal form. Takes a trimmed, NFC, non-empty text without control characters; idempotent. The length is checked on what it gives. */
  readonly clean?: (value: string, place: Place) => Cleaned;
  /** The value after an update, where it is not simply the new one. `before` is undefined for an empty field. */
  readonly merge?: (before: string | undefined, value: string) => Cleaned;
  /** Several rows of a file about one contact are merged as well; otherwise the later wins. */
  readonly addsUp?: true;
}

export const PERSON: readonly ContactKind[] = ['individual', 'relay'];
export const STRUCTURE: readonly ContactKind[] = ['structure'];
export const EVERYONE: readonly ContactKind[] = ['individual', 'structure', 'relay'];
