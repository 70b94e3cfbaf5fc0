import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '@/lib/engine';
import { CsvWriter } from './csv-writer';
import { fileSource } from './file-source';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a CSV writer', () => {
  it('quotes only where needed and writes a lone empty cell visibly', () => {
    const path = join(folder, 'a.csv');
    const writer = new CsvWriter(path);
    for (const cells of [['a', 'b,c'], ['say "hi"', 'two\nlines'], [''], ['é', '']]) writer.write(cells);
    writer.close();
    expect(readFileSync(path, 'utf8')).toBe('a,"b,c"\n"say ""hi""","two\nlines"\n""\né,\n');
  });

  it('writes what the reader reads back, over several buffers', () => {
    const path = join(folder, 'b.csv');
    const rows = Array.from({ length: 40_000 }, (_, i) => [`row ${i}`, `"${i}", é`, 'x'.repeat(i % 50)]);
    const writer = new CsvWriter(path);
    for (const cells of [['name', 'note', 'fill'], ...rows]) writer.write(cells);
    writer.close();
    const source = fileSource(path);
    expect([...openFile(source, { headerRow: 1 }).chunks()].flat().map(({ cells }) => cells)).toEqual(rows);
    source.close();
  });
});
