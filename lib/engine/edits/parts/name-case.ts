import { fold } from '@/lib/engine/fields/values/tidy';
import { PARTICLES } from './name-words';

/** Letters with what belongs to them: words, and the parts of words that begin anew. */
const PARTS = /[\p{L}\p{M}]+/gu;

const capital = (word: string): string => {
  const [first = '', ...rest] = word;
  const small = rest.join('').toLowerCase();
  // Some letters have no capital but two letters.
  const begun = first.toUpperCase().length === first.length ? first.toUpperCase() : first;
  // `MCDONALD` is McDonald; what begins with Mac may be a Macron.
  return begun === 'M' && /^c\p{L}{2,}/u.test(small) ? `Mc${capital(small.slice(1))}` : begun + small;
};

/** One letter before an apostrophe: `d'Arc` and `dell'Acqua` are written small where they are particles, `O'Neill` is not. */
const elided = (word: string, next: string): boolean => /^['’]/.test(next) && ['d', 'dell', 'dall', 't'].includes(word.toLowerCase());

/**
 * A name as it is written, where it was typed in capitals or in small letters throughout: `DE LA TOUR` is de la Tour, `mcdonald` McDonald,
 * `D'ARC` d'Arc, `anna-maria` Anna-Maria. One that has both kinds of letters was written so on purpose and stays.
 */
export function nameCase(text: string): string {
  if (/\p{Ll}/u.test(text) && /[\p{Lu}\p{Lt}]/u.test(text)) return text;
  const last = [...text.matchAll(PARTS)].at(-1)?.index ?? 0;
  return text.replace(PARTS, (word, at: number) => {
    if (at < last && (elided(word, text.slice(at + word.length, at + word.length + 1)) || isParticle(word, text, at))) return word.toLowerCase();
    return capital(word);
  });
}

/** A particle is a word of its own, and another name follows it. */
const isParticle = (word: string, text: string, at: number): boolean =>
  PARTICLES.has(fold(word)) && !NAMES_TOO.has(fold(word)) && (at === 0 || text[at - 1] === ' ') && text[at + word.length] === ' ';

/** Words that begin a name as often as they lead to one. */
const NAMES_TOO = new Set(['mac', 'mc', 'san', 'santa', 'st', 'ben', 'al', 'd', 'l', 't', 'y', 'in', 'op', 'auf']);
