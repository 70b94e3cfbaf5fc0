import { ReadError } from '@/lib/engine/readers/reader';
import { AMPERSAND, COLON, DOUBLE_QUOTE, EQUALS, GREATER, LESS, SINGLE_QUOTE, SLASH, SPACE } from './characters';
import { withoutEntities } from './entities';

const CDATA = '<![CDATA[';
/** Characters of one tag. Longer ones are an attack or damage. */
const LONGEST_TAG = 1 << 20;
/** Characters of one comment, or of one text in CDATA: a cell holds 32,767. All of it is looked through again with each piece of the file. */
const LONGEST_PASSAGE = 1 << 20;
/** The longest entity that may lie across two pieces of text. */
const LONGEST_ENTITY = 12;
const MOST_ATTRIBUTES = 64;

/** Where a scanner stands: at an opening tag, a closing one, a piece of text, or behind the last of them. */
type Place = 'open' | 'close' | 'text' | 'end';

/**
 * Goes through XML from one tag or text to the next, in one pass and without keeping what is behind. Names are without their
 * prefixes; comments, instructions and document types are passed over, so that no entity is ever defined. It checks nothing
 * that a reader of tables does not need: what is not well-formed is read as far as it makes sense.
 */
export class XmlScanner {
  /** Of the tag at hand. */
  name = '';
  /** Whether the tag at hand opens and closes at once: no closing tag follows. */
  empty = false;
  private text = '';
  private at = 0;
  private from = 0;
  private to = 0;
  private isRaw = false;
  private attributes = 0;
  /** Whether an entity may stand in the values of the tag at hand. */
  private hasEntities = false;
  /** Of each attribute of the tag at hand: begin and end of its name, begin and end of its value. */
  private readonly places = new Int32Array(4 * MOST_ATTRIBUTES);
  private readonly pieces: Iterator<string>;

  constructor(pieces: Iterable<string>) {
    this.pieces = pieces[Symbol.iterator]();
  }

  /** Goes on to the next tag or piece of text. Throws ReadError `damaged-file`, also what reading the pieces throws. */
  next(): Place {
    for (;;) {
      if (this.at >= this.text.length && !this.more()) return 'end';
      if (this.text.charCodeAt(this.at) !== LESS) return this.nextText();
      if (this.at + 1 >= this.text.length && !this.more()) return 'end';
      const mark = this.text[this.at + 1];
      if (mark === '!' || mark === '?') {
        if (this.passOver(mark)) return 'text';
        continue;
      }
      return this.nextTag(mark === '/');
    }
  }

  /**
   * Lets `read` look at the text from the next tag on: it gives the index behind what it took, or -1 for nothing. For what stands in a file
   * a million times in the same way. Gives the text that was looked at, null when nothing was taken.
   */
  taken(read: (text: string, at: number) => number): string | null {
    const { text } = this;
    const end = read(text, this.at);
    if (end < 0) return null;
    this.at = end;
    return text;
  }

  /** The piece of text at hand. */
  content(): string {
    const text = this.text.slice(this.from, this.to);
    return this.isRaw ? text : withoutEntities(text);
  }

  /** The value of an attribute of the tag at hand, by its name without a prefix. */
  attribute(name: string): string | undefined {
    const { text, places } = this;
    for (let i = 0; i < this.attributes * 4; i += 4) {
      const from = places[i] as number;
      if ((places[i + 1] as number) - from !== name.length || !text.startsWith(name, from)) continue;
      const value = text.slice(places[i + 2], places[i + 3]);
      return this.hasEntities ? withoutEntities(value) : value;
    }
    return undefined;
  }

  /** The text of the element at whose opening tag the scanner stands; elements within it are left out. It stands at the closing tag then. */
  innerText(): string {
    let text = '';
    if (this.empty) return text;
    const end = this.text.indexOf('<', this.at);
    // Nearly every element that holds text holds nothing else.
    if (end >= 0 && this.text.charCodeAt(end + 1) === SLASH) {
      text = withoutEntities(this.text.slice(this.at, end));
      this.at = end;
      const close = this.text.indexOf('>', end);
      if (close > 0) {
        this.at = close + 1;
        return text;
      }
    }
    for (let place = this.next(); place !== 'close' && place !== 'end'; place = this.next()) {
      if (place === 'text') text += this.content();
      else this.skip();
    }
    return text;
  }

  /** Goes on behind the closing tag of the opening one at hand. */
  skip(): void {
    for (let depth = this.empty ? 0 : 1; depth > 0; ) {
      const place = this.next();
      if (place === 'end') return;
      if (place === 'close') depth--;
      else if (place === 'open' && !this.empty) depth++;
    }
  }

  /** Reads on; false when there is nothing left. What is behind the present place is let go. */
  private more(): boolean {
    const { done, value } = this.pieces.next();
    if (done) return false;
    this.text = this.at < this.text.length ? this.text.slice(this.at) + value : value;
    this.at = 0;
    return true;
  }

  private nextText(): Place {
    let end = this.text.indexOf('<', this.at);
    if (end < 0) {
      // An entity may go on in the next piece.
      const entity = this.text.lastIndexOf('&');
      const isSplit = entity >= this.at && entity > this.text.length - LONGEST_ENTITY;
      if (isSplit && entity === this.at && this.more()) return this.nextText();
      end = isSplit && entity > this.at ? entity : this.text.length;
    }
    this.isRaw = false;
    this.from = this.at;
    this.to = end;
    this.at = end;
    return 'text';
  }

  private nextTag(closes: boolean): Place {
    let end = this.tagEnd(closes);
    while (end < 0) {
      if (this.text.length - this.at > LONGEST_TAG) throw new ReadError('damaged-file', { format: 'xml', reason: 'tag' });
      if (!this.more()) {
        this.at = this.text.length;
        return 'end';
      }
      end = this.tagEnd(closes);
    }
    this.empty = this.text.charCodeAt(end - 1) === SLASH;
    this.at = end + 1;
    return closes ? 'close' : 'open';
  }

  /** The index of the bracket that ends the tag at hand, -1 when it is not there yet. Notes its name and its attributes on the way. */
  private tagEnd(closes: boolean): number {
    const { text } = this;
    let from = this.at + (closes ? 2 : 1);
    let i = from;
    this.hasEntities = false;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === COLON) from = i + 1;
      else if (code <= SPACE || code === GREATER || code === SLASH) break;
    }
    this.name = text.slice(from, i);
    if (text.charCodeAt(i) !== GREATER) return this.attributesEnd(i);
    this.attributes = 0;
    return i;
  }

  private attributesEnd(start: number): number {
    const { text, places } = this;
    let count = 0;
    let word = start;
    let wordEnd = -1;
    let quote = 0;
    for (let i = start; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (quote !== 0) {
        if (code === AMPERSAND) this.hasEntities = true;
        if (code !== quote) continue;
        quote = 0;
        places[4 * count + 3] = i;
        if (count < MOST_ATTRIBUTES - 1) count++;
        word = i + 1;
        wordEnd = -1;
      } else if (code === GREATER) {
        this.attributes = count;
        return i;
      } else if (code <= SPACE) {
        if (wordEnd === -1 && i > word) wordEnd = i;
        else if (wordEnd === -1) word = i + 1;
      } else if (code === EQUALS || code === COLON) {
        places[4 * count] = word;
        places[4 * count + 1] = wordEnd === -1 ? i : wordEnd;
        if (code === COLON) word = i + 1;
      } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        quote = code;
        places[4 * count + 2] = i + 1;
      } else if (wordEnd !== -1) {
        word = i;
        wordEnd = -1;
      }
    }
    return -1;
  }

  /** Passes over what is no tag; true at a text in CDATA, which is at hand then. */
  private passOver(mark: '!' | '?'): boolean {
    while (this.text.length - this.at < CDATA.length && this.more());
    const isText = this.text.startsWith(CDATA, this.at);
    const close = isText ? ']]>' : mark === '?' ? '?>' : this.text.startsWith('<!--', this.at) ? '-->' : null;
    let end = this.closeOf(close);
    while (end < 0) {
      if (this.text.length - this.at > LONGEST_PASSAGE) throw new ReadError('damaged-file', { format: 'xml', reason: 'passage' });
      if (!this.more()) {
        this.at = this.text.length;
        return false;
      }
      end = this.closeOf(close);
    }
    this.isRaw = true;
    this.from = this.at + CDATA.length;
    this.to = end - 3;
    this.at = end;
    return isText;
  }

  /** The index behind the end of a passage, -1 when it is not there yet. A document type ends behind its inner part. */
  private closeOf(close: string | null): number {
    if (close !== null) {
      const end = this.text.indexOf(close, this.at + 2);
      return end < 0 ? -1 : end + close.length;
    }
    const first = this.text.indexOf('>', this.at);
    const inner = this.text.indexOf('[', this.at);
    if (inner < 0 || inner > first) return first < 0 ? -1 : first + 1;
    const end = /\]\s*>/g;
    end.lastIndex = inner;
    return end.exec(this.text) ? end.lastIndex : -1;
  }
}
