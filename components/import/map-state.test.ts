import { describe, expect, it } from 'vitest';
import { type Edit, FIRST_MADE_COLUMN as MADE, NO_EDITS } from '@/lib/engine';
import { addEdit, combine, editsOf, type MapState, makerOf, moveTo, nextMade, removeEdit, swapEdits, usedColumns } from './map-state';

const start = (mapping: MapState['mapping'], ...list: Edit[]): MapState => ({ mapping, edits: { ...NO_EDITS, list } });
const trim = (column: number): Edit => ({ op: 'trim', column });
const upper = (column: number): Edit => ({ op: 'case', column, to: 'upper' });
const splitName = (column: number, made = MADE): Edit => ({ op: 'split-name', column, into: [made, made + 1, made + 2] });

describe('adding an edit', () => {
  it('puts one that changes a column before those that take it apart', () => {
    const { edits } = addEdit(start({ 0: null }, trim(0), splitName(0)), upper(0));
    expect(edits.list).toEqual([trim(0), upper(0), splitName(0)]);
  });

  it('gives parts the fields that are free, and takes the column out', () => {
    expect(addEdit(start({ 0: 'LASTNAME', 1: 'TITLE' }), splitName(0)).mapping).toEqual({
      0: null,
      1: 'TITLE',
      [MADE]: 'LASTNAME',
      [MADE + 1]: 'FIRSTNAME',
      [MADE + 2]: null,
    });
  });

  it('gives what is joined the field of the columns', () => {
    const join: Edit = { op: 'join', columns: [0, 1], with: ' ', into: MADE };
    expect(addEdit(start({ 0: null, 1: 'LINE1' }), join).mapping).toEqual({ 0: null, 1: null, [MADE]: 'LINE1' });
  });
});

describe('removing an edit', () => {
  it('gives the column back its field, and takes away what read its parts', () => {
    const state = start({ 0: null, [MADE]: 'LASTNAME', [MADE + 1]: 'FIRSTNAME' }, splitName(0), upper(MADE), trim(1));
    expect(removeEdit(state, 0)).toEqual(start({ 0: 'LASTNAME' }, trim(1)));
  });

  it('of a column leaves its field alone', () => {
    expect(removeEdit(start({ 0: 'LASTNAME' }, trim(0), upper(0)), 0)).toEqual(start({ 0: 'LASTNAME' }, upper(0)));
  });
});

describe('moving an edit', () => {
  const { edits } = start({}, trim(0), trim(1), upper(0), splitName(0));
  it.each<[number, -1 | 1, number | null]>([
    [0, 1, 2],
    [2, -1, 0],
    [0, -1, null],
    [1, 1, null],
    [2, 1, null],
    [3, -1, null],
  ])('%d by %d goes to %s', (at, by, to) => {
    expect(moveTo(edits, at, by)).toBe(to);
  });

  it('changes places', () => {
    expect(swapEdits(start({}, trim(0), upper(0)), 0, 1).edits.list).toEqual([upper(0), trim(0)]);
  });
});

describe('several columns for one field', () => {
  const state = start({ 0: 'LINE1', 3: 'LINE1' });
  it.each([
    [{ how: 'join', sign: ', ' } as const, { 0: null, 3: null, [MADE]: 'LINE1' }, [{ op: 'join', columns: [0, 3], with: ', ', into: MADE }]],
    [{ how: 'first-filled' } as const, { 0: null, 3: null, [MADE]: 'LINE1' }, [{ op: 'first-filled', columns: [0, 3], into: MADE }]],
    [{ how: 'only', column: 3 } as const, { 0: null, 3: 'LINE1' }, []],
  ])('become one by %o', (decided, mapping, list) => {
    expect(combine(state, [0, 3], decided)).toEqual({ mapping, edits: { version: 1, list } });
  });
});

describe('columns', () => {
  const state = start({ 0: null, 1: null, 2: 'EMAIL1', [MADE]: 'LASTNAME', [MADE + 3]: null }, splitName(0), upper(MADE), {
    op: 'join',
    columns: [1, 0],
    with: '',
    into: MADE + 3,
  });
  it('count as used where one of their parts is', () => {
    expect([...usedColumns(state)].sort()).toEqual([0, 2]);
  });

  it('show the edits of what was made of them', () => {
    expect([editsOf(state.edits, 0), editsOf(state.edits, 1)]).toEqual([[0, 1], [2]]);
  });

  it('are numbered on', () => {
    expect([nextMade(NO_EDITS), nextMade(state.edits)]).toEqual([MADE, MADE + 4]);
  });

  it('know what makes others of them', () => {
    expect([makerOf(state.edits, 0)?.op, makerOf(state.edits, 1)?.op, makerOf(state.edits, 2)]).toEqual(['split-name', 'join', undefined]);
  });
});
