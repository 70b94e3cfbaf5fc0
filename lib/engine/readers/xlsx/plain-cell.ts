import { AMPERSAND, DOUBLE_QUOTE, EQUALS, GREATER, LESS, SLASH, SPACE } from '@/lib/engine/readers/xml/characters';

const ZERO = 48;
/** Digits of which every number of as many is exact. */
const EXACT_DIGITS = 15;
const [C, N, R, S, T, V] = [99, 110, 114, 115, 116, 118] as const;

/** Nearly every cell of every book is written in one way: `<c r="B2" s="1" t="s"><v>7</v></c>`. */
export class PlainCell {
  column = 0;
  /** -1 without one. */
  style = -1;
  isShared = false;
  /** Its value where it is written in digits only and is exact, as nearly all are; else NaN. */
  whole = 0;
  /** Where its value begins and ends. */
  from = 0;
  to = 0;

  /**
   * Reads the cell at a place if it is written in that way; gives the index behind it, else -1. It does in one pass over its characters,
   * without making any text, what takes most of the time of a large sheet otherwise.
   */
  read(text: string, at: number): number {
    if (text.charCodeAt(at) !== LESS || text.charCodeAt(at + 1) !== C) return -1;
    const open = this.attributes(text, at + 2);
    if (open < 0 || text.charCodeAt(open) !== LESS || text.charCodeAt(open + 1) !== V || text.charCodeAt(open + 2) !== GREATER) return -1;
    this.from = open + 3;
    let i = this.from;
    let whole = 0;
    for (let code = text.charCodeAt(i); code !== LESS; code = text.charCodeAt(++i)) {
      if (code === AMPERSAND || !(code > SPACE)) return -1;
      whole = code >= ZERO && code < ZERO + 10 ? whole * 10 + code - ZERO : Number.NaN;
    }
    this.to = i;
    this.whole = i - this.from <= EXACT_DIGITS ? whole : Number.NaN;
    const closes = text.charCodeAt(i + 1) === SLASH && text.charCodeAt(i + 2) === V && text.charCodeAt(i + 3) === GREATER;
    const ends =
      text.charCodeAt(i + 4) === LESS && text.charCodeAt(i + 5) === SLASH && text.charCodeAt(i + 6) === C && text.charCodeAt(i + 7) === GREATER;
    return closes && ends && i > this.from ? i + 8 : -1;
  }

  /** Gives the index behind the opening tag, -1 where there is an attribute other than these. */
  private attributes(text: string, at: number): number {
    this.style = -1;
    this.isShared = false;
    let isNamed = false;
    let i = at;
    while (text.charCodeAt(i) !== GREATER) {
      const name = text.charCodeAt(i + 1);
      if (text.charCodeAt(i) !== SPACE || text.charCodeAt(i + 2) !== EQUALS || text.charCodeAt(i + 3) !== DOUBLE_QUOTE) return -1;
      const from = i + 4;
      if (name === R) {
        i = this.place(text, from);
        isNamed = true;
      } else if (name === S) i = this.number(text, from);
      else if (name === T) {
        const type = text.charCodeAt(from);
        if (type !== S && type !== N) return -1;
        this.isShared = type === S;
        i = from + 1;
      } else return -1;
      if (text.charCodeAt(i++) !== DOUBLE_QUOTE) return -1;
    }
    return isNamed ? i + 1 : -1;
  }

  private place(text: string, from: number): number {
    let i = from;
    this.column = -1;
    for (let letter = text.charCodeAt(i); letter >= 65 && letter <= 90; letter = text.charCodeAt(++i))
      this.column = (this.column + 1) * 26 + letter - 65;
    if (i === from || i > from + 3) return from;
    for (let digit = text.charCodeAt(i); digit >= ZERO && digit < ZERO + 10; digit = text.charCodeAt(++i));
    return i;
  }

  private number(text: string, from: number): number {
    let i = from;
    this.style = 0;
    for (let digit = text.charCodeAt(i); digit >= ZERO && digit < ZERO + 10; digit = text.charCodeAt(++i))
      this.style = this.style * 10 + digit - ZERO;
    return i;
  }
}
