import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openFile } from '@/lib/engine';
import { writeTable } from './write-table';

const header = ['CONTACT_NR', 'REMARK'];
const rows = [
  ['0001', 'plain'],
  ['', 'with ; "quotes"\nand a line'],
  ['0002', '<tag> & _x0041_ é €'],
  ['0003', '  spaced  '],
];

async function* inChunks(of: readonly (readonly string[])[], size: number) {
  for (let at = 0; at < of.length; at += size) yield of.slice(at, at + size);
}

async function readBack(format: 'csv' | 'xlsx', of = rows) {
  const bytes = await buffer(writeTable({ header, rows: inChunks(of, 3) }, format));
  const table = openFile({ size: bytes.length, name: 'x', read: (offset, length) => bytes.subarray(offset, offset + length) });
  return { reading: table.reading, rows: [...table.chunks()].flat().map(({ cells }) => cells) };
}

describe.each(['csv', 'xlsx'] as const)('a table written as %s', (format) => {
  it('is read back as it was, texts to the letter', async () => {
    const { reading, rows: read } = await readBack(format);
    expect(reading).toMatchObject({ format, headerRow: 1, header });
    expect(reading.issues).toEqual([]);
    expect(read).toEqual(rows);
  });

  it('without rows is a header', async () => {
    expect((await readBack(format, [])).reading.header).toEqual(header);
  });

  it('hands on what went wrong while it was made', async () => {
    async function* failing() {
      yield rows;
      throw new Error('gone');
    }
    await expect(buffer(writeTable({ header, rows: failing() }, format))).rejects.toThrow('gone');
  });

  it('is made no faster than it is read', async () => {
    let made = 0;
    async function* endless() {
      for (; made < 1_000; made++) yield Array.from({ length: 500 }, (_, at) => [String(made * 500 + at), Math.random().toString(36).repeat(5)]);
    }
    const stream = writeTable({ header, rows: endless() }, format);
    stream.read(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(made).toBeLessThan(200);
    stream.destroy();
  });
});
