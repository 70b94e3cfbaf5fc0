import type { AddressKey } from './addresses';
import type { ColumnCodes } from './criteria';
import type { Damage } from './damage/damage';
import type { DigitLengths } from './damage/digit-lengths';
import type { ColumnSigns } from './edits/signs';
import type { FieldCode } from './fields';
import type { DateOrder } from './fields/field';
import type { Issue } from './issues';
import type { InputCode } from './mapping/input';
import type { OperationCode } from './operations';
import type { RemovalCode, RemovalFacts } from './removals/removal';
import type { ColumnKey } from './round-trip/column-key';
import type { Expectation } from './round-trip/expectation';
import type { TypedKey } from './typed-text';
import type { ValueCount } from './value-mix';
import type { ColumnValues } from './values/count-values';

/**
 * The nouns of the engine. Each stage takes the type before it and gives the next, so that no stage can be left out or swapped:
 * RawRow ─edit▶ EditedRow ─map▶ MappedRow ─clean▶ CleanRow ─check▶ CheckedRow ─identify▶ IdentifiedRow ─plan▶ Change[].
 */

/** Marks a row with the stage that made it; exists for the compiler only. */
declare const stage: unique symbol;
type Stage<Name extends string> = { readonly [stage]: Name };

/** Bytes that can be read at any place, in the calling thread. Gives fewer bytes than asked only at the end. */
export interface ByteSource {
  readonly size: number;
  /** For messages only: what a file holds decides its type, never its name. */
  readonly name: string;
  read(offset: number, length: number): Uint8Array;
}

/** A record as the file has it. `row` is 1-based as a spreadsheet shows it (text files: the record, blank lines not counted). */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** What was wrong with the record itself; absent where nothing was. */
  readonly issues?: readonly Issue[];
}

/** What a person may settle themselves where a reader would decide: everything left out is detected. */
export interface ReadOptions {
  encoding?: string;
  delimiter?: string;
  quote?: string;
  /** 0-based sheet of a book. */
  sheet?: number;
  /** 1-based row of the header; null when the file has none. */
  headerRow?: number | null;
  /** Repairs texts that were encoded twice, such as `MÃ¼ller`. */
  repair?: boolean;
  /** Opens a locked book. Never stored. */
  password?: string;
}

export interface SheetInfo {
  index: number;
  name: string;
  visible: boolean;
  /** Records of the sheet, header included; null where only a full read would tell. */
  rows: number | null;
}

/** What a reader understood of a file, shown on the Read step and kept with the import. */
export interface Reading {
  /** Id of the reader: csv, xlsx, xls, ods… */
  format: string;
  encoding: string | null;
  bom: boolean;
  delimiter: string | null;
  quote: string | null;
  escape: string | null;
  newline: string | null;
  sheets: SheetInfo[];
  sheet: number;
  headerRow: number | null;
  /** One text per column; empty where the file gives none. */
  header: string[];
  /** Issues of the file as a whole, of its header and of rows before it; those of the records travel with them. */
  issues: FileIssue[];
}

/** An issue found while reading: of a record, or of the whole file when `row` is null. */
export interface FileIssue {
  row: number | null;
  code: string;
  level: 'info' | 'warning' | 'error';
  params: Record<string, string | number>;
}

/** A file opened by a reader: what it understood, and its records after the header in chunks. */
export interface RawTable {
  reading: Reading;
  /** The records after the header. May be called again: every call reads from the start. */
  chunks(rowsPerChunk?: number): Iterable<RawRow[]>;
}

/** Column index (0-based) to field, or to the value that a field had at export; a column that is absent or null is not imported. */
export type Mapping = Record<number, ColumnKey | null>;

/** A cell after map. undefined: leave the field alone (empty cell). null: clear it (`=`). A text: set it. */
export type Cell = string | null | undefined;

/**
 * A criterion as a key beside the fields: `=` and its code. Its value is its values in order, joined by `|`, so that rows, changes and
 * stored contacts treat fields and criteria alike. Columns CRITnn exist up to clean; check turns their cells into these.
 */
export type CriterionKey = `=${string}`;

/** The cells of one row by field. Fields that are not mapped are absent. */
export type Cells = { [Key in FieldCode | CriterionKey | AddressKey | TypedKey]?: Cell };

/** What the fields of a row held when it was exported, null where nothing; only in files that say so. */
export type OldCells = { [Key in FieldCode]?: string | null };

/** A row by field, values still as typed. Cells that are as they were exported are absent. */
export type MappedRow = Stage<'mapped'> & { row: number; cells: Cells; old?: OldCells; issues: Issue[] };

/** A row whose values are in their normal form; cells that could not be used are undefined and have an issue. */
export type CleanRow = Stage<'clean'> & { row: number; cells: Cells; old?: OldCells; issues: Issue[] };

/** What a row is about, by its names: a person, a structure, a structure and its relay, or whoever its number or e-mail finds. */
export type RowKind = 'individual' | 'structure' | 'structureAndRelay' | 'unnamed';

/** Why a row is not carried out, or null when it goes on. */
export type RowRefusal = 'refused' | 'held' | 'not_imported';

/** A row that the rules of its fields and of the row as a whole were applied to. */
export type CheckedRow = Stage<'checked'> & {
  row: number;
  cells: Cells;
  issues: Issue[];
  operation: OperationCode;
  kind: RowKind;
  refusal: RowRefusal | null;
  keys: IdentityKeys;
  /** Of a file of the SAM model: a new person's blank names are filled. */
  fillsNames?: true;
  /** Only of a row that was exported and edited since. */
  expected?: Expectation;
  /** What CONFIG rows before it gave its columns; only where they gave any. */
  codes?: ColumnCodes;
};

/** By what a row may be found again; null where the row does not say. */
export interface IdentityKeys {
  number: string | null;
  email: string | null;
  /** The ten fields that make two rows denote the same structure, joined; null without a structure name. */
  structure: string | null;
  /** Whether the number is that of the row's structure, though the row has a relay too. */
  numberOfStructure?: true;
}

export type ContactKind = 'individual' | 'structure' | 'relay';

/** A contact as the plan sees it: its fields and criteria in normal form, absent when empty. */
export interface StoredContact {
  id: string;
  number: string;
  kind: ContactKind;
  status: 'active' | 'inactive';
  version: number;
  structureId: string | null;
  /** Whether the contact signs in to the ticket shop with its EMAIL1: of those who share an e-mail one individual at most does. */
  login: boolean;
  /** Why it is inactive; absent where nobody said. */
  inactiveReason?: string;
  /** How its information was erased; absent where it was not. */
  erasure?: RemovalCode;
  /** Only where something may be removed. */
  facts?: RemovalFacts;
  fields: { [Key in FieldCode | CriterionKey | AddressKey | TypedKey]?: string };
}

/** Who a part of a row is: a stored contact, nobody yet, or not decidable. */
export type Match = { kind: 'stored'; contact: StoredContact } | { kind: 'none' } | { kind: 'ambiguous'; count: number };

/**
 * A checked row together with who it is. A part the row says nothing about is absent; so are both when it is refused. `doubts` are the
 * issues of this stage, kept apart because a row that is merged into an earlier one is not asked who it is.
 */
export type IdentifiedRow = Stage<'identified'> & Omit<CheckedRow, typeof stage> & { person?: Match; structure?: Match; doubts: Issue[] };

export type ChangeKind = 'create' | 'update' | 'remove' | 'unchanged';

/** What a change may touch: a field, a criterion, a field of the address for one use, a number as typed, whether the contact is active, and why not. */
export type ValueKey = FieldCode | CriterionKey | AddressKey | TypedKey | 'STATUS' | 'INACTIVE_REASON';

/** Values of a change; null is an empty field. */
export type ChangeValues = { [Key in ValueKey]?: string | null };

/** The structure of a relay: stored, or created by the structure part of a row of this file. */
export type StructureRef = { kind: 'stored'; contactId: string } | { kind: 'created'; row: number };

/** One change of one contact. `before` and `after` hold only what differs; a creation has an empty `before` and its number in `after` if given. */
export interface Change {
  row: number;
  part: ContactKind;
  kind: ChangeKind;
  /** What a removal does; absent from any other change. */
  operation?: RemovalCode;
  /** The stored contact, null for a creation. */
  contactId: string | null;
  contactVersion: number | null;
  /** Only for the relay of a row that names its structure. */
  structure: StructureRef | null;
  before: ChangeValues;
  after: ChangeValues;
}

/** The one bucket a row ends in. */
export const BUCKETS = ['created', 'updated', 'removed', 'unchanged', 'merged', 'held', 'refused', 'not_imported'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What the plan makes of one row: its changes, its bucket, and issues that only the comparison could find. */
export interface PlannedRow {
  row: number;
  bucket: Bucket;
  changes: Change[];
  issues: Issue[];
}

/** How a column is filled, from the whole file. */
export interface ColumnProfile {
  index: number;
  header: string;
  filled: number;
  rows: number;
  /** Distinct values counted, up to a limit (see limits.ts). */
  distinct: number;
  /** Distinct non-empty values from anywhere in the file, not only its first rows. */
  samples: string[];
  /** How dates of the whole column are to be read (see decideDateOrder); absent: decided from the samples. */
  dateOrder?: DateOrder;
  /** What an edit could put right; absent where nothing asks for it. */
  signs?: ColumnSigns;
  /** The values of a column that has few of them, by how many rows hold each; absent from every other column. */
  mix?: ValueCount[];
  /** Its values with their counts; absent where it holds no codes. */
  values?: ColumnValues;
  /** What tools did to its values; absent where nothing shows. */
  damages?: Damage[];
  /** Lengths of its values; absent where few of them are digits. */
  digits?: DigitLengths;
}

/** Why a column is proposed for a field; each has a text in the catalogues. */
export type SuggestionReason =
  | 'remembered'
  | 'field-code'
  | 'older-code'
  | 'synonym'
  | 'similar'
  | 'values'
  | 'unknown-code'
  | 'code-twice'
  | 'no-field'
  | 'composed'
  | 'no-match';

/** A proposal for one column. */
export interface Suggestion {
  index: number;
  header: string;
  field: ColumnKey | null;
  /** 0 to 1. */
  confidence: number;
  reason: SuggestionReason;
  /** What the column holds where that is no field. */
  input?: InputCode;
}
