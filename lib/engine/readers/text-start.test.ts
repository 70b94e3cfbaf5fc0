import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/engine/limits';
import { readTextStart, TEXT_START_BYTES } from './text-start';

const line = (at: number) => `Zoë ${at};01234;"près de\nl’allée 東 ${at}"\r\n`;
const text = `Prénom;NPA;Remarque\r\n${Array.from({ length: 4_000 }, (_, at) => line(at)).join('')}`;
const utf16 = (order: 'le' | 'be', bom: string) => {
  const bytes = Buffer.from(bom + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const start = (bytes: Uint8Array) => readTextStart(bytes.subarray(0, TEXT_START_BYTES), bytes.length);
const binary = (head: number[]) => Uint8Array.from([...head, ...Buffer.from(text)]);

describe('the beginning of a text', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-16le', utf16('le', '\ufeff')],
    ['utf-16le', utf16('le', '')],
    ['utf-16be', utf16('be', '\ufeff')],
  ])('in %s gives the first rows and what was found', (encoding, bytes) => {
    expect(bytes.length).toBeGreaterThan(TEXT_START_BYTES);
    const found = start(bytes);
    expect(found?.reading).toMatchObject({ encoding, delimiter: ';', headerRow: 1, header: ['Prénom', 'NPA', 'Remarque'], issues: [] });
    expect(found?.rows).toHaveLength(LIMITS.previewRows);
    expect(found?.rows[49]).toEqual({ row: 51, cells: ['Zoë 49', '01234', 'près de\nl’allée 東 49'] });
  });

  it.each([
    ['long lines', `4;${'é'.repeat(5_000)}\n`.repeat(8), ['4', '4', '4', '4', '4']],
    ['a cell of more lines than fit in', `4;"${'x\n'.repeat(60_000)}"\n`, []],
  ])('shows no record that is cut, with %s', (_, rest, shown) => {
    const rows = start(Buffer.from(`a;b\n0;"é"\n1;é\n2;é\n${rest}`))?.rows;
    expect(rows?.map(({ cells: [first] }) => first)).toEqual(['0', '1', '2', ...shown]);
  });

  it('of a file that is all there shows all of it', () => {
    expect(start(Buffer.from('a,b\n1,2\n3,4'))?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('of address cards shows people', () => {
    const cards = Array.from({ length: 3_000 }, (_, at) => `BEGIN:VCARD\nVERSION:3.0\nFN:Zoë ${at}\nN:Frei;Zoë\nEND:VCARD\n`).join('');
    expect(start(Buffer.from(cards))?.reading.format).toBe('vcard');
  });
});

describe('nothing is shown before the file has arrived', () => {
  it.each([
    ['an archive or a workbook', binary([0x50, 0x4b, 3, 4])],
    ['packed text', binary([0x1f, 0x8b, 8, 0])],
    ['an old workbook', binary([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a very old workbook', binary([9, 0, 4, 0, 2, 0])],
    ['a page', Buffer.from(`\ufeff <table><tr><td>${text}`)],
    ['a document', Buffer.from(`%PDF-1.7\n${text}`)],
    ['an empty file', Buffer.from('')],
    ['one endless line', Buffer.from('x'.repeat(TEXT_START_BYTES * 2))],
  ])('of %s', (_, bytes) => expect(start(bytes)).toBeNull());
});
