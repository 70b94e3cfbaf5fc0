/** Characters of one record. */
const LONGEST = 16_000_000;

/** A record as it is written, and whether it could be cut out of the text whole. */
export interface JsonText {
  text: string;
  whole: boolean;
}

/**
 * Cuts a text into its JSON values: the elements of the array that it is, or values one after another (JSON Lines). Works in pieces, so
 * that a file may be longer than memory.
 */
export function* jsonTexts(pieces: Iterable<string>): Generator<JsonText> {
  const cutter = new Cutter();
  for (const piece of pieces) yield* cutter.take(piece);
  yield* cutter.end();
}

class Cutter {
  /** Of the array around all records; null until the first character is known. */
  private isArray: boolean | null = null;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private record = '';

  *take(piece: string): Generator<JsonText> {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const mark = piece[at] as string;
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (mark === '\\') this.escaped = true;
        else if (mark === '"') this.inText = false;
        else if (mark === '\n' && this.isArray === false) {
          // No text of JSON goes over a line: this record is broken, the next line is another.
          yield* this.cut(piece.slice(from, at), false);
          from = at;
          this.depth = 0;
        }
        continue;
      }
      if (mark === '"') this.inText = true;
      else if (this.isArray === null) {
        if (mark.trim() === '') continue;
        this.isArray = mark === '[';
        if (this.isArray) from = at + 1;
        else if (mark === '{') this.depth++;
      } else if (mark === '{' || mark === '[') this.depth++;
      else if (mark === '}' || mark === ']') this.depth--;
      // An element ends at a comma or at the end of its array, a value of its own behind its last bracket.
      const ends = this.isArray ? (mark === ',' && this.depth === 0) || this.depth < 0 : this.depth === 0 && (mark === '}' || mark === ']');
      if (!ends) continue;
      yield* this.cut(piece.slice(from, this.isArray ? at : at + 1), true);
      from = at + 1;
      this.depth = Math.max(0, this.depth);
    }
    if (this.record.length < LONGEST) this.record += piece.slice(from);
  }

  *end(): Generator<JsonText> {
    yield* this.cut('', false);
  }

  private *cut(rest: string, whole: boolean): Generator<JsonText> {
    const text = (this.record + rest).trim();
    this.record = '';
    this.inText = false;
    if (text !== '') yield { text, whole };
  }
}
