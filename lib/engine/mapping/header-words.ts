import { foldWords } from '@/lib/engine/fields/values/tidy';
import { LEXICONS } from './lexicon';
import type { Meaning } from './lexicon/meaning';

/** A header as words with a meaning. */
export interface HeaderReading {
  meanings: readonly Meaning[];
  /** Words of no lexicon, brackets not counted. */
  unknown: readonly string[];
  /** The number in `Phone 2`, null without one. */
  number: number | null;
}

type Entry = readonly [language: string, meaning: Meaning];

const LONGEST = 6;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const phrases = new Map<string, Entry[]>();
for (const [language, lexicon] of Object.entries(LEXICONS)) {
  for (const [meaning, words] of Object.entries(lexicon)) {
    for (const phrase of words.split('|').map(foldHeader)) phrases.set(phrase, [...(phrases.get(phrase) ?? []), [language, meaning as Meaning]]);
  }
}

/** Letters that have no accent to lose. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', ı: 'i', œ: 'oe' };

/** Lower case, without accents and punctuation; `firstName`, `Address1` and `N°` as the words they are. */
function foldHeader(text: string): string {
  const apart = text
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2');
  return foldWords(apart.normalize('NFKC')).replace(/[øæłıœ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a header, for looking at what headers of a file have in common. */
export const headerWords = (header: string): string[] => foldHeader(header).split(' ').filter(Boolean);

/** Reads headers in the languages that most of a file's headers are in. */
export class HeaderReader {
  private readonly votes = new Map<string, number>();

  constructor(headers: readonly string[]) {
    for (const header of headers) {
      const words = headerWords(header);
      for (const language of words.concat(words.join(' ')).flatMap((word) => [...new Set((phrases.get(word) ?? []).map(([spoken]) => spoken))])) {
        this.votes.set(language, (this.votes.get(language) ?? 0) + 1);
      }
    }
  }

  read(words: readonly string[], bracketed: readonly string[] = []): HeaderReading {
    const outside = this.segment(words);
    const inside = this.segment(bracketed);
    return {
      meanings: [...outside.meanings, ...inside.meanings],
      unknown: outside.unknown,
      number: outside.number,
    };
  }

  private segment(words: readonly string[]): HeaderReading {
    const meanings: Meaning[] = [];
    const unknown: string[] = [];
    let number: number | null = null;
    for (let at = 0; at < words.length; ) {
      const length = this.longestPhrase(words, at);
      const word = words[at] ?? '';
      if (length > 0) meanings.push(this.meaningOf(words.slice(at, at + length).join(' ')));
      else if (/^\d+$/.test(word)) number ??= Number(word);
      else {
        const pieces = split(word);
        if (pieces) meanings.push(...this.segment(pieces).meanings);
        else unknown.push(word);
      }
      at += Math.max(1, length);
    }
    return { meanings, unknown, number };
  }

  private longestPhrase(words: readonly string[], at: number): number {
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
      if (phrases.has(words.slice(at, at + length).join(' '))) return length;
    }
    return 0;
  }

  /** In the language that most headers have; the order of the lexicons decides between equals. */
  private meaningOf(phrase: string): Meaning {
    const entries = phrases.get(phrase) ?? [];
    const best = entries.reduce<Entry | undefined>((found, entry) => (found && this.vote(found) >= this.vote(entry) ? found : entry), undefined);
    return best?.[1] ?? 'foreign';
  }

  private vote([language]: Entry): number {
    return this.votes.get(language) ?? 0;
  }
}

/** Shortest piece of a compound: below it anything falls into pieces. */
const PIECE = 3;
const SHORT_ENDS = new Set(['nr', 'no', 'id']);

/** The words a compound is made of (`telefoonnummer`, `postalcode`), with the s that German and Dutch put between; null for no compound. */
function split(word: string): string[] | null {
  if (EAST_ASIAN.test(word)) return splitSigns(word);
  for (let end = word.length - 2; end >= PIECE; end--) {
    const head = word.slice(0, end);
    if (!phrases.has(head)) continue;
    for (const tail of [word.slice(end), ...(word[end] === 's' ? [word.slice(end + 1)] : [])]) {
      if (SHORT_ENDS.has(tail) || (tail.length >= PIECE && phrases.has(tail))) return [head, tail];
      const pieces = tail.length > PIECE * 2 ? split(tail) : null;
      if (pieces) return [head, ...pieces];
    }
  }
  return null;
}

function splitSigns(text: string): string[] | null {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = text.length;
    while (end > at && !(phrases.has(text.slice(at, end)) && end - at < text.length)) end--;
    if (end === at) return null;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
