import type { ByteSource, RawTable, ReadOptions, SheetInfo } from '@/lib/engine/types';

/** Why a file is not read. Every code has a text in the catalogues under `readErrors.<code>`, with the parameters named there. */
export const READ_ERRORS = [
  /** Locked by a password or encrypted. `kind`: what is locked. */
  'password-protected',
  /** Not a table. `kind`: what it is instead; `instead`: a format to export it to. */
  'unsupported-format',
  /** More than a limit allows. `what`, `limit`. */
  'too-large',
  /** `columns`, `limit`. */
  'too-many-columns',
  /** The bytes contradict their own format. `format`, `reason`. */
  'damaged-file',
  /** Text in an encoding that was asked for but is not known. `encoding`. */
  'unknown-encoding',
  /** A sheet was asked for that the book does not have. `sheet`, `sheets`. */
  'no-such-sheet',
  /** Reading took longer than allowed. `seconds`. */
  'timeout',
  /** Reading needed more memory than allowed. `limit`. */
  'out-of-memory',
] as const;

export type ReadErrorCode = (typeof READ_ERRORS)[number];

/** A refusal to read a file: the file is at fault, or asks for too much. Bugs are not ReadErrors. */
export class ReadError extends Error {
  constructor(
    readonly code: ReadErrorCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'ReadError';
  }
}

/** One sheet or table of a file, whole: no header is looked for and no row left out. */
export interface WholeSheet {
  info: SheetInfo;
  rows: Iterable<readonly string[]>;
}

/** One file format. A format is added by writing one of these and listing it in `readers`. */
export interface Reader {
  readonly id: string;
  /** Usual endings of its files, for people; the content decides. */
  readonly extensions: readonly string[];
  /** Whether the file is of this format; `head` holds its first bytes. */
  sniff(head: Uint8Array, source: ByteSource): boolean;
  /** Throws ReadError. */
  open(source: ByteSource, options: ReadOptions): RawTable;
  /** Every sheet of the file in order, hidden ones included. Throws ReadError. */
  sheets(source: ByteSource, options: ReadOptions): Iterable<WholeSheet>;
}

/** The readers of a file are chosen by its first bytes. */
export const HEAD_BYTES = 4096;
