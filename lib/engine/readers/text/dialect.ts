/** How a text file separates its cells and records. */
export interface Dialect {
  /** One character; null when every line is one cell. */
  delimiter: string | null;
  /** One character; null when nothing is quoted. */
  quote: string | null;
  /** The quote itself when it is doubled, a backslash, or null when no quote inside a cell was seen. */
  escape: string | null;
  newline: '\n' | '\r\n' | '\r';
  /** A carriage return alone ends a record too. */
  loneReturns: boolean;
  /** A blank after each delimiter belongs to the separation, not to the cell. */
  padded: boolean;
}

/** What may have been read wrongly in a record. Each is an issue code. */
export type Flaw = 'stray-quote' | 'unclosed-quote' | 'other-delimiter';
