import { ReadError } from '@/lib/engine/readers/reader';
import type { XmlScanner } from '@/lib/engine/readers/xml/xml-scanner';
import { richText } from './rich-text';

/** Texts that lie in one string: each by itself would take more memory than its letters. */
const PER_PAGE = 256;
/** Characters of all texts of a book: a million rows of contacts have fewer. */
const MOST_CHARACTERS = 400_000_000;

/** The texts that the cells of a book refer to by number. */
export class SharedStrings {
  /** Whether there is a part for them at all, and whether it could be read to its end. */
  state: 'absent' | 'cut' | 'whole' = 'absent';
  private readonly pages: string[] = [];
  /** Where each text ends within its page. */
  private ends = new Uint32Array(1024);
  private count = 0;
  private page: string[] = [];
  private length = 0;
  private total = 0;

  /** Reads them; a part that is damaged gives what precedes the damage. Throws ReadError `too-large`. */
  constructor(xml: XmlScanner | null) {
    if (!xml) return;
    this.state = 'cut';
    try {
      for (let place = xml.next(); place !== 'end'; place = xml.next()) {
        if (place === 'open' && xml.name === 'si') this.add(richText(xml));
        else if (place === 'close' && xml.name === 'sst') this.state = 'whole';
        else if (place === 'open' && xml.name === 'sst' && xml.empty) this.state = 'whole';
      }
    } catch (error) {
      if (!(error instanceof ReadError) || error.code !== 'damaged-file') throw error;
    }
    this.turnPage();
  }

  /** Undefined when there is no such text. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const from = index % PER_PAGE === 0 ? 0 : (this.ends[index - 1] as number);
    return this.pages[Math.floor(index / PER_PAGE)]?.slice(from, this.ends[index]);
  }

  private add(text: string): void {
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.total += text.length;
    if (this.total > MOST_CHARACTERS) throw new ReadError('too-large', { what: 'xlsx', limit: MOST_CHARACTERS });
    this.length += text.length;
    this.ends[this.count++] = this.length;
    this.page.push(text);
    if (this.page.length === PER_PAGE) this.turnPage();
  }

  private turnPage(): void {
    this.pages.push(this.page.join(''));
    this.page = [];
    this.length = 0;
  }
}
