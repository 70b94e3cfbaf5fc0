import { describe, expect, it } from 'vitest';
import { readStanding, standingColumns } from './standing';

const HEADER = ['contact_nr', 'SALES', ' LAST_PURCHASE', 'BALANCE', 'OPEN_ORDERS', 'BENEFICIARY'];
const { places } = standingColumns(HEADER);
const read = (...cells: string[]) => readStanding([{ row: 2, cells }], places);

describe('a row of standing', () => {
  it.each([
    [['007', '3', '31.12.2025', '-1250', '1', 'TRUE'], { sales: 3, lastPurchase: '2025-12-31', balance: '-1250', openOrders: 1, beneficiary: true }],
    [[' 007 ', '0', '', '0', '0', ''], { contactNr: '007', sales: 0, lastPurchase: null, balance: '0', openOrders: 0, beneficiary: false }],
    [['007', '12', '2024-02-29', '+5', '0', 'f'], { lastPurchase: '2024-02-29', balance: '+5', beneficiary: false }],
  ])('%j is read', (cells, expected) => {
    expect(read(...cells)).toMatchObject({ told: [{ row: 2, contactNr: '007', ...expected }], wrong: [] });
  });

  it.each([
    ['CONTACT_NR', ['', '3', '', '0', '0', '']],
    ['SALES', ['007', '', '', '0', '0', '']],
    ['SALES', ['007', '-1', '', '0', '0', '']],
    ['LAST_PURCHASE', ['007', '1', '30.02.2025', '0', '0', '']],
    ['BALANCE', ['007', '1', '', '12.50', '0', '']],
    ['BALANCE', ['007', '1', '', '', '0', '']],
    ['OPEN_ORDERS', ['007', '1', '', '0', 'none', '']],
    ['BENEFICIARY', ['007', '1', '', '0', '0', 'perhaps']],
  ])('says nothing when its %s cannot be used: %j', (column, cells) => {
    expect(read(...cells)).toEqual({ told: [], wrong: [{ row: 2, column }] });
  });
});

it('a file of standing has its columns in any order and may leave out who is a beneficiary', () => {
  expect(standingColumns(['OPEN_ORDERS', 'BALANCE', 'x', 'LAST_PURCHASE', 'CONTACT_NR', 'SALES']).missing).toEqual([]);
  expect(standingColumns(['CONTACT_NR', 'SALES']).missing).toEqual(['LAST_PURCHASE', 'BALANCE', 'OPEN_ORDERS']);
});
