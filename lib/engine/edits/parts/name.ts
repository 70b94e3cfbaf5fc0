import { fold } from '@/lib/engine/fields/values/tidy';
import { AND, COURTESY, LEADING, PARTICLES, SHORTENED, STRUCTURES, SUFFIXES } from './name-words';

/** A whole name in its parts; a part that it does not have is empty. */
export interface NameParts {
  last: string;
  first: string;
  title: string;
}

const key = (word: string): string =>
  fold(word)
    .replaceAll('.', '')
    .replace(/^['’]|['’]$/g, '');
const isOf = (words: ReadonlySet<string>, word: string): boolean => words.has(key(word));

/** `M.` before a name is Monsieur, within one it is an initial; the same goes for whatever is one letter long. */
const isTitle = (word: string, behind: string | undefined): boolean =>
  SHORTENED.test(word) || (isOf(COURTESY, word) && (key(word).length > 1 || (behind !== undefined && !/^\p{L}\.$/u.test(behind))));

/** Letters of scripts without capitals, in which the family's name mostly stands first. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const PATRONYMIC = /(?:ович|евич|ич|овна|евна|ична)$/iu;
const FAMILY = /(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ский|ская|цкий|цкая|енко|чук|ук|юк)$/iu;

const isInitial = (word: string): boolean => /^\p{Lu}\.?(?:-?\p{Lu}\.?)?$/u.test(word);
/** Two capitals are as well initials as a name, unless they are a particle. */
const isUnclear = (word: string): boolean => /^\p{Lu}{2}$/u.test(word) && !isOf(PARTICLES, word);
const isCapitals = (word: string): boolean => {
  if (!/\p{Lu}.*\p{Lu}/u.test(word) || /\p{Ll}/u.test(word)) return false;
  return isOf(PARTICLES, word) || !isInitial(word);
};

/**
 * The parts of a whole name: `Dr. Anna Müller`, `Müller, Anna`, `Ludwig van Beethoven`, `DUPONT Jean`, `M. et Mme Dupont`. Null for a name that
 * can be split in more than one way, for two persons with a first name each, and for what is no person's name.
 */
export function readName(text: string): NameParts | null {
  const whole = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (/[\d@/;|()[\]"<>]/.test(whole) || EAST_ASIAN.test(whole) || whole.split(/[ ,]+/).some((word) => isOf(STRUCTURES, word))) return null;
  const { title, rest } = withoutTitle(whole);
  if (rest === '') return null;
  const parts = rest.includes(',') ? readInverted(rest) : readInOrder(rest.split(' '));
  return parts && { ...parts, title: [title, parts.title].filter(Boolean).join(' ') };
}

/** Titles in front, with the words that join them: `Herr Prof. Dr.`, `M. et Mme`. */
function withoutTitle(text: string): { title: string; rest: string } {
  const words = text.split(' ');
  let end = 0;
  while (end < words.length && isTitle(words[end] ?? '', words[end + 1])) {
    end++;
    if (isOf(AND, words[end] ?? '') && isTitle(words[end + 1] ?? '', words[end + 2])) end++;
  }
  return { title: words.slice(0, end).join(' '), rest: words.slice(end).join(' ') };
}

const named = (last: readonly string[], first: readonly string[]): NameParts => ({ last: last.join(' '), first: first.join(' '), title: '' });

/** `Müller, Anna` and `Müller, Dr. Anna`; what stands behind a second comma could be anything. */
function readInverted(text: string): NameParts | null {
  const [last = '', behind = '', ...more] = text.split(',').map((part) => part.trim());
  const { title, rest: first } = withoutTitle(behind);
  if (more.length > 0 || last === '' || isTwo(last.split(' ')) || isTwo(first.split(' ')) || isOf(SUFFIXES, behind)) return null;
  return { last, first, title };
}

/** Two persons: `Anna und Peter`. Particles such as `von und zu` are one name. */
const isTwo = (words: readonly string[]): boolean =>
  words.some((word, at) => at > 0 && isOf(AND, word) && !(isOf(PARTICLES, words[at - 1] ?? '') && isOf(PARTICLES, words[at + 1] ?? '')));

function readInOrder(words: readonly string[]): NameParts | null {
  if (isTwo(words)) return null;
  const suffix = words.length > 2 && isOf(SUFFIXES, words.at(-1) ?? '') ? words.slice(-1) : [];
  const names = suffix.length > 0 ? words.slice(0, -1) : words;
  const found = byCapitals(names) ?? byScript(names) ?? byParticle(names) ?? byCount(names);
  return found && { ...found, last: [found.last, ...suffix].join(' ') };
}

/** A last name in capitals beside a first name that is not: `DUPONT Jean`, `Jean DE LA TOUR`. */
function byCapitals(words: readonly string[]): NameParts | null {
  const capitals = words.map(isCapitals);
  const from = capitals.indexOf(true);
  if (from < 0 || capitals.every(Boolean)) return null;
  const to = capitals.lastIndexOf(true) + 1;
  if (!capitals.slice(from, to).every(Boolean)) return null;
  if (from === 0) return named(words.slice(0, to), words.slice(to));
  return to === words.length ? named(words.slice(from), words.slice(0, from)) : null;
}

/** Cyrillic names say by their endings which is the family's; where they do not, nothing is taken apart by what follows. */
function byScript(words: readonly string[]): NameParts | null {
  if (!CYRILLIC.test(words.join(''))) return null;
  const [first = '', second = '', third] = words;
  if (words.length === 3 && third !== undefined) {
    if (PATRONYMIC.test(third)) return named([first], [second, third]);
    return PATRONYMIC.test(second) ? named([third], [first, second]) : null;
  }
  if (words.length !== 2 || FAMILY.test(first) === FAMILY.test(second)) return null;
  return FAMILY.test(first) ? named([first], [second]) : named([second], [first]);
}

/** The last name from its particle on. Behind one that also stands between first names, as in `María del Carmen López`, it must be one word. */
function byParticle(words: readonly string[]): NameParts | null {
  const from = words.findIndex((word) => isOf(LEADING, word) || /^d['’]\p{L}/iu.test(word));
  if (from < 0) return null;
  let name = from;
  while (name < words.length && isOf(PARTICLES, words[name] ?? '')) name++;
  if (words.length - name !== 1) return null;
  return named(words.slice(from), words.slice(0, from));
}

function byCount(words: readonly string[]): NameParts | null {
  const [first = '', second = '', third] = words;
  if (CYRILLIC.test(words.join('')) && words.length > 1) return null;
  if (words.some((word) => isOf(LEADING, word)) || (words.some(isUnclear) && words.some((word) => /\p{Ll}/u.test(word)))) return null;
  if (words.length === 1) return named([first], []);
  if (words.length === 2) return isInitial(second) && !isInitial(first) ? named([first], [second]) : named([second], [first]);
  return words.length === 3 && third !== undefined && isInitial(second) && !isInitial(third) ? named([third], [first, second]) : null;
}
