import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '@/lib/engine/readers/bytes';
import { CODE_PAGES } from './code-pages';
import { decodedChunks, decoderFor, standardEncoding } from './decoder';

describe('a decoder', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'windows-1252', 'shift_jis', 'gb18030'])(
    'of %s reads the same wherever its chunks are cut',
    (encoding) => {
      const letters = [
        'a',
        ',',
        '\n',
        ...(encoding === 'windows-1252'
          ? ['é', '€', 'œ']
          : encoding === 'shift_jis' || encoding === 'gb18030'
            ? ['日', '本']
            : ['é', '€', '日', '😀']),
      ];
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (text, chunk) => {
          const bytes = iconv.encode(text, encoding);
          expect([...decodedChunks(bytesSource(bytes), encoding, 0, chunk)].join('')).toBe(text);
        }),
      );
    },
  );

  it('keeps the euro sign and the typographic quotes of windows-1252', () => {
    expect(decoderFor('cp1252').write(Uint8Array.of(0x80, 0x92, 0x9c, 0xe9))).toBe('€’œé');
  });

  it('gives 128 characters to the upper half of every code page', () => {
    for (const [name, page] of Object.entries(CODE_PAGES)) expect([name, page.length]).toEqual([name, 128]);
  });

  it.each([
    ['CP1252', 'windows-1252'],
    ['latin1', 'iso-8859-1'],
    ['ibm850', 'cp850'],
    ['UTF8', 'utf-8'],
    ['klingon', null],
  ])('knows %s as %s', (name, standard) => {
    expect(standardEncoding(name)).toBe(standard);
  });
});
