import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { layoutOf } from '@/lib/engine';
import { writeTemplate } from '@/lib/server/formats/write-template';
import { template } from './template';

const folder = mkdtempSync(join(tmpdir(), 'foyer-template-'));
const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => errors.mockClear());

const said = () => errors.mock.calls.map(([text]) => text).join('');

describe('foyer template', () => {
  it('writes the layout in the language', async () => {
    const out = join(folder, 'removals.csv');
    expect(await template(['--layout', 'extended', '--lang', 'fr', '--out', out])).toBe(0);
    const layout = layoutOf('extended');
    expect(layout && readFileSync(out).equals(writeTemplate({ layout, language: 'fr', format: 'csv' }))).toBe(true);
  });

  it('writes a workbook to a file that ends like one', async () => {
    const out = join(folder, 'removals.XLSX');
    expect(await template(['--layout', 'removal', '--out', out])).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    [[]],
    [['--layout', 'removal']],
    [['--layout', 'unheard-of', '--out', join(folder, 'a.csv')]],
    [['--layout', 'removal', '--lang', 'xx', '--out', join(folder, 'a.csv')]],
    [['--layout', 'removal', '--out', join(folder, 'a.pdf')]],
    [['--layout', 'removal', '--out', join(folder, 'a.csv'), '--unheard-of']],
  ])('explains itself when it is called with %j', async (args) => {
    expect(await template(args)).toBe(2);
    expect(said()).toMatch(/^Usage: foyer template --layout extended\|generic\|sam\|roundtrip\|pairs\|legacy\|removal\|criteria/);
  });

  it('says where it cannot write', async () => {
    const out = join(folder, 'nowhere', 'a.csv');
    expect(await template(['--layout', 'removal', '--out', out])).toBe(1);
    expect(said()).toBe(`foyer template: ${out} cannot be written (ENOENT).\n`);
  });
});
