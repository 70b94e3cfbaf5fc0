import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanRows, prepareCleaning } from '@/lib/engine/clean';
import { mapRows } from '@/lib/engine/map';
import type { MappedRow } from '@/lib/engine/types';
import { FIELDS, type FieldCode } from './index';

const institution = { country: 'FR', today: '2026-03-01' };

const clean = (code: FieldCode, text: string) => cleaned(code, mapRows([{ row: 2, cells: [text] }], { 0: code }));

/** As clean, of a value instead of a cell as files have it, whose guard against formulas is taken away. */
const cleanAgain = (code: FieldCode, value: string) => cleaned(code, [{ row: 2, cells: { [code]: value }, issues: [] } as unknown as MappedRow]);

function cleaned(code: FieldCode, rows: MappedRow[]) {
  const [row] = cleanRows(rows, prepareCleaning(institution, { 0: code }, []));
  return { cell: row?.cells[code], codes: row?.issues.map((issue) => issue.code) };
}

/** Texts that meet the rules of fields: what they take, what is close to it, and anything else. */
const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.emailAddress(),
  fc.webUrl(),
  fc.stringMatching(/^[|=+0() ./-]{0,4}[0-9 ().-]{1,18}$/),
  fc.constantFrom(
    ...FIELDS.map(({ example }) => example),
    '||',
    '|| more',
    '||||x',
    '\u00a0x\u200b',
    'K\u0000',
    'e\u0301',
    'ﬁ',
    'İ@x.org',
    "''=1+1",
    '(41) 21 613 21 11',
  ),
);

describe('the field catalogue', () => {
  it('has every code once', () => {
    const codes = FIELDS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength(47 + 50);
  });

  it.each(FIELDS.map((field) => [field.code, field] as const))('%s takes its own example without a word', (code, field) => {
    expect(clean(code, field.example).codes).toEqual([]);
    expect(clean(code, field.example).cell).toBeTypeOf('string');
  });

  it.each(FIELDS.filter(({ code }) => !/^CRIT(?!01)/.test(code)).map(({ code }) => [code]))('cleaning %s a second time changes nothing', (code) => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = clean(code, text).cell;
        if (typeof once !== 'string') return;
        expect(cleanAgain(code, once).cell).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['OFFICIAL_NAME', 'ADDRESS_NAME1', 'ADDRESS_NAME2'] as const)('%s is shortened with a warning when it is too long', (code) => {
    const { cell, codes } = clean(code, 'é'.repeat(120));
    expect(cell).toBe('é'.repeat(code === 'OFFICIAL_NAME' ? 100 : 38));
    expect(codes).toEqual(['text-shortened']);
  });

  it.each([
    ['LASTNAME', 100],
    ['TOWN_COMPLEMENT', 100],
    ['CONTACT_NR', 20],
    ['STRUCT_TYPE', 8],
    ['REMARK', 2000],
    ['LINE1', 100],
  ] as const)('%s refuses the row above %i characters', (code, length) => {
    expect(clean(code, 'x'.repeat(length)).codes).toEqual([]);
    expect(clean(code, 'x'.repeat(length + 1)).codes).toEqual(['text-too-long']);
    expect(clean(code, '𝄞'.repeat(length)).codes).toEqual([]);
  });
});
