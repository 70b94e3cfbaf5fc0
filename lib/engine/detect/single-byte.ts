import { CODE_PAGES } from '@/lib/engine/readers/text/code-pages';
import { LANGUAGES } from './languages';

/** Looked at first: of encodings that give the same text, the one that people mean. */
const COMMON = ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh', 'cp850', 'windows-1250', 'iso-8859-2', 'windows-1251'];

/** Penalties are in natural logarithms, as the letters' frequencies are. */
const COST = {
  unassigned: 12,
  control: 9,
  foreignLetter: 7.5,
  drawing: 8,
  symbolInWord: 7,
  capitalInWord: 4,
  rareSymbol: 5.5,
  symbol: 3.5,
  capital: 1,
  mixedScripts: 6,
};

/** Cost per byte of an encoding that hardly any file is in, against its better-known sisters. */
const RARE = new Set([
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-16',
  'cp857',
  'cp858',
  'cp860',
  'cp863',
  'cp865',
  'windows-1258',
  'koi8-u',
]);
const RARE_COST = 0.5;

const PLAIN_SYMBOLS = new Set('’‘“”„–—…€«»°\u00a0£§©®·•ºª№¿¡´');

type Kind = 'unassigned' | 'control' | 'drawing' | 'symbol' | 'rareSymbol' | 'small' | 'capital';

interface Page {
  name: string;
  kinds: Kind[];
  /** Letters of another script than ASCII's. */
  foreign: boolean[];
  /** Cost of each byte as a letter of each language. */
  costs: Map<string, Float64Array>;
}

function kindOf(character: string): Kind {
  if (character === '\ufffd') return 'unassigned';
  if (/\p{Cc}|\p{Co}/u.test(character)) return 'control';
  if (/[\u2500-\u25ff]/.test(character)) return 'drawing';
  if (/[\p{L}\p{M}]/u.test(character) && !/[ªº]/.test(character)) return character === character.toLowerCase() ? 'small' : 'capital';
  return PLAIN_SYMBOLS.has(character) ? 'symbol' : 'rareSymbol';
}

const isForeign = (character: string) => /\p{L}/u.test(character) && !/\p{Script=Latin}/u.test(character);

let pages: Page[] | undefined;

/** The pages with the cost of every byte; made when first needed. */
function allPages(): Page[] {
  pages ??= [...COMMON, ...Object.keys(CODE_PAGES).filter((name) => !COMMON.includes(name))].map((name) => {
    const characters = [...(CODE_PAGES[name] as string)];
    const costs = Object.entries(LANGUAGES).map(([language, letters]) => {
      const costOf = letterCosts(letters);
      return [language, Float64Array.from(characters, (character) => costOf.get(character.toLowerCase()) ?? COST.foreignLetter)] as const;
    });
    return { name, kinds: characters.map(kindOf), foreign: characters.map(isForeign), costs: new Map(costs) };
  });
  return pages;
}

/** Zipf's law over the order of the letters: precise frequencies change no decision. */
function letterCosts(letters: string): Map<string, number> {
  const weights = [...letters].map((_, rank) => 1 / (rank + 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map([...letters].map((letter, rank) => [letter, -Math.log((weights[rank] as number) / total)]));
}

/**
 * The single-byte encoding that makes the most plausible words of a sample, with its cost per byte above 7F: about 2 for good
 * text, above 6 for rubbish.
 */
export function bestSingleByte(sample: Uint8Array): { encoding: string; cost: number } {
  const counts = new Uint32Array(128);
  let high = 0;
  for (const byte of sample) {
    if (byte < 128) continue;
    (counts[byte - 128] as number)++;
    high++;
  }
  let best = { encoding: 'windows-1252', cost: Number.POSITIVE_INFINITY };
  for (const page of allPages()) {
    const cost = (shapeCost(sample, page) + languageCost(counts, page)) / Math.max(1, high) + (RARE.has(page.name) ? RARE_COST : 0);
    if (cost < best.cost - 1e-9) best = { encoding: page.name, cost };
  }
  return best;
}

/** The letters under the language that fits them best; other characters under no language. */
function languageCost(counts: Uint32Array, page: Page): number {
  let fixed = 0;
  const letters: number[] = [];
  counts.forEach((count, index) => {
    if (count === 0) return;
    const kind = page.kinds[index] as Kind;
    if (kind === 'small' || kind === 'capital') letters.push(index);
    else fixed += count * COST[kind];
    if (kind === 'capital') fixed += count * COST.capital;
  });
  let best = Number.POSITIVE_INFINITY;
  for (const costs of page.costs.values()) {
    let sum = 0;
    for (const index of letters) sum += (counts[index] as number) * (costs[index] as number);
    if (sum < best) best = sum;
  }
  return fixed + best;
}

/** What no word looks like: a capital after a small letter, a symbol between two letters. */
function shapeCost(sample: Uint8Array, page: Page): number {
  let cost = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number;
    if (byte < 128) {
      if (
        byte >= 65 &&
        byte <= 90 &&
        i > 0 &&
        (sample[i - 1] as number) >= 128 &&
        kindAt(sample, i - 1, page) === 'small' &&
        isSmallBefore(sample, i - 1, page)
      )
        cost += COST.capitalInWord;
      continue;
    }
    if (page.foreign[byte - 128] && (isAsciiLetter(sample[i - 1]) || isAsciiLetter(sample[i + 1]))) cost += COST.mixedScripts;
    const kind = page.kinds[byte - 128] as Kind;
    const before = kindAt(sample, i - 1, page);
    const after = kindAt(sample, i + 1, page);
    if (kind === 'capital' && before === 'small') cost += COST.capitalInWord;
    else if (kind === 'small' && before === 'capital' && after === 'capital') cost += COST.capitalInWord;
    else if (kind !== 'small' && kind !== 'capital' && isLetter(before) && isLetter(after) && page.kinds[byte - 128] !== 'unassigned') {
      if (!isApostrophe(page, byte)) cost += COST.symbolInWord;
    }
  }
  return cost;
}

const isAsciiLetter = (byte: number | undefined) => byte !== undefined && byte < 128 && (byte | 32) >= 97 && (byte | 32) <= 122;
const isLetter = (kind: Kind | null) => kind === 'small' || kind === 'capital';
const isApostrophe = (page: Page, byte: number) => '’‘'.includes((CODE_PAGES[page.name] as string)[byte - 128] as string);
const isSmallBefore = (sample: Uint8Array, at: number, page: Page) => kindAt(sample, at - 1, page) === 'small';

function kindAt(sample: Uint8Array, at: number, page: Page): Kind | null {
  const byte = sample[at];
  if (byte === undefined) return null;
  if (byte >= 128) return page.kinds[byte - 128] as Kind;
  if (byte >= 97 && byte <= 122) return 'small';
  return byte >= 65 && byte <= 90 ? 'capital' : null;
}
