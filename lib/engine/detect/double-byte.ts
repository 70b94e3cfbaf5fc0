/** How an East Asian encoding pairs its bytes, and which pairs ordinary text is made of. */
interface DoubleByte {
  encoding: string;
  /** Length of the character at `i`, 0 when there is none. */
  length(bytes: Uint8Array, i: number): number;
  common(first: number, second: number): boolean;
  /** First bytes of characters without which no text of the language is written. */
  needs?: readonly number[];
}

const within = (byte: number | undefined, low: number, high: number) => byte !== undefined && byte >= low && byte <= high;
const pair = (valid: boolean) => (valid ? 2 : 0);

/** EUC encodings of different countries have the same form: where the frequent characters lie tells them apart. */
const ENCODINGS: readonly DoubleByte[] = [
  {
    encoding: 'shift_jis',
    length: (b, i) =>
      within(b[i], 0xa1, 0xdf)
        ? 1
        : pair((within(b[i], 0x81, 0x9f) || within(b[i], 0xe0, 0xfc)) && (within(b[i + 1], 0x40, 0x7e) || within(b[i + 1], 0x80, 0xfc))),
    common: (first) => within(first, 0x81, 0x83) || within(first, 0x88, 0x97),
  },
  {
    encoding: 'euc-jp',
    length: (b, i) => pair((within(b[i], 0xa1, 0xfe) || b[i] === 0x8e) && within(b[i + 1], 0xa1, 0xfe)),
    common: (first) => first === 0xa4 || first === 0xa5 || first === 0xa1 || within(first, 0xb0, 0xcf),
    needs: [0xa4, 0xa5],
  },
  {
    encoding: 'euc-kr',
    length: (b, i) => pair(within(b[i], 0xa1, 0xfe) && within(b[i + 1], 0xa1, 0xfe)),
    common: (first) => within(first, 0xb0, 0xc8) || first === 0xa1,
  },
  {
    encoding: 'big5',
    length: (b, i) => pair(within(b[i], 0x81, 0xfe) && (within(b[i + 1], 0x40, 0x7e) || within(b[i + 1], 0xa1, 0xfe))),
    common: (first) => within(first, 0xa4, 0xc6) || first === 0xa1,
  },
  {
    encoding: 'gb18030',
    length: (b, i) =>
      within(b[i], 0x81, 0xfe) && within(b[i + 1], 0x30, 0x39)
        ? within(b[i + 2], 0x81, 0xfe) && within(b[i + 3], 0x30, 0x39)
          ? 4
          : 0
        : pair(within(b[i], 0x81, 0xfe) && within(b[i + 1], 0x40, 0xfe) && b[i + 1] !== 0x7f),
    common: (first, second) => (within(first, 0xb0, 0xd7) || first === 0xa1 || first === 0xa3) && second >= 0xa1,
  },
];

/** Share of characters that ordinary text would have, from which two-byte text is believed. */
const BELIEVED = 0.85;
const NEEDED_SHARE = 0.15;

/** The two-byte encoding that the bytes fit, or null. A score of 1: every character is well formed and a common one. */
export function bestDoubleByte(sample: Uint8Array): { encoding: string; score: number } | null {
  let best: { encoding: string; score: number } | null = null;
  for (const candidate of ENCODINGS) {
    const score = scoreOf(sample, candidate);
    if (score >= BELIEVED && score > (best?.score ?? 0)) best = { encoding: candidate.encoding, score };
  }
  return best;
}

function scoreOf(sample: Uint8Array, { encoding, length, common, needs }: DoubleByte): number {
  let characters = 0;
  let good = 0;
  let asciiTails = 0;
  let needed = 0;
  for (let i = 0; i < sample.length; ) {
    const byte = sample[i] as number;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const bytes = length(sample, i);
    characters++;
    if (bytes === 0) {
      good -= 4;
      i++;
      continue;
    }
    const second = sample[i + 1] as number;
    if (bytes > 1 && common(byte, second)) good++;
    if (bytes > 1 && second < 0x80) asciiTails++;
    if (needs?.includes(byte)) needed++;
    i += bytes;
  }
  // In European text a lone accented letter is followed by an ASCII one: most pairs then have an ASCII tail.
  if (characters < 3 || asciiTails > characters * (encoding === 'euc-kr' ? 0 : 0.6)) return 0;
  if (needs && needed < characters * NEEDED_SHARE) return 0;
  return good / characters;
}
