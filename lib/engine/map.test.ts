import { describe, expect, it } from 'vitest';
import { issue } from './issues';
import { mapRows, readCell } from './map';

describe('a cell', () => {
  it.each([
    ['', undefined],
    ['   ', undefined],
    ['\u00a0\u00a0', undefined],
    ['\u200b', undefined],
    [undefined, undefined],
    ['=', null],
    [' = ', null],
    ['= 1', '= 1'],
    ['a', 'a'],
    ['0', '0'],
    ['-', '-'],
  ])('%j leaves alone, clears or sets: %j', (text, cell) => {
    expect(readCell(text)).toBe(cell);
  });
});

describe('mapping rows', () => {
  it('leaves out columns without a field and keeps short rows', () => {
    const rows = mapRows(
      [
        { row: 2, cells: ['Bell', 'x', 'Anna'] },
        { row: 3, cells: ['Cole'] },
      ],
      { 0: 'LASTNAME', 1: null, 2: 'FIRSTNAME' },
    );
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [2, { LASTNAME: 'Bell', FIRSTNAME: 'Anna' }],
      [3, { LASTNAME: 'Cole', FIRSTNAME: undefined }],
    ]);
  });

  it('tells what further columns of a field say beside the first', () => {
    const cells = (one: string, two: string, three: string) => ({ row: 2, cells: [one, two, three] });
    const told = (row: { row: number; cells: string[] }) =>
      mapRows([row], { 0: 'TELEPHONE', 1: 'TELEPHONE', 2: 'TELEPHONE' }).map(({ cells: { TELEPHONE }, issues }) => [
        TELEPHONE,
        ...issues.map(({ code, params }) => `${code} ${params.value}`),
      ]);
    expect(told(cells('', '22', '33'))).toEqual([['22', 'further-value 33']]);
    expect(told(cells('11', '11 ', ''))).toEqual([['11']]);
    expect(told(cells('11', '22', '33'))).toEqual([['11', 'further-value 22', 'further-value 33']]);
  });

  it('takes the first filled of two columns with one field', () => {
    const [first, second] = mapRows(
      [
        { row: 2, cells: ['a', 'b'] },
        { row: 3, cells: ['', 'b'] },
      ],
      { 0: 'TOWN', 1: 'TOWN' },
    );
    expect([first?.cells.TOWN, second?.cells.TOWN]).toEqual(['a', 'b']);
  });

  it('hands on what was wrong with the record', () => {
    const found = issue('ragged-row', 2, null, { cells: 1, columns: 2 });
    expect(mapRows([{ row: 2, cells: ['a'], issues: [found] }], { 0: 'TOWN' })[0]?.issues).toEqual([found]);
  });
});
