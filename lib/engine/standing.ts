import { isNumber } from './check';
import type { Place } from './fields/field';
import { cleanPastDate } from './fields/values/date';
import type { RawRow } from './types';

/** What the ticketing system knows of a contact, as a file says it. */
export interface ToldStanding {
  row: number;
  contactNr: string;
  sales: number;
  /** YYYY-MM-DD; null for somebody who never bought anything. */
  lastPurchase: string | null;
  /** Hundredths as digits with a sign; below zero the contact owes. */
  balance: string;
  openOrders: number;
  beneficiary: boolean;
}

export const STANDING_COLUMNS = ['CONTACT_NR', 'SALES', 'LAST_PURCHASE', 'BALANCE', 'OPEN_ORDERS', 'BENEFICIARY'] as const;
type StandingColumn = (typeof STANDING_COLUMNS)[number];
const OPTIONAL: readonly StandingColumn[] = ['BENEFICIARY'];

/** A row that says nothing usable, and in which column. */
export interface WrongStanding {
  row: number;
  column: StandingColumn;
}

/** Where the columns are, or which of them are missing. */
export function standingColumns(header: readonly string[]): { places: ReadonlyMap<StandingColumn, number>; missing: StandingColumn[] } {
  const titles = header.map((title) => title.trim().toUpperCase());
  const found = STANDING_COLUMNS.flatMap((column) => (titles.includes(column) ? [[column, titles.indexOf(column)] as const] : []));
  const places = new Map(found);
  return { places, missing: STANDING_COLUMNS.filter((column) => !places.has(column) && !OPTIONAL.includes(column)) };
}

/** Digits of a count or of money that the database can keep. */
const MOST_DIGITS = { count: 9, money: 15 };
const MONEY = /^[+-]?\d+$/;
const YES = /^(TRUE|T|1)$/i;
const NO = /^(FALSE|F|0|)$/i;

/** Reads rows of a file of standing. A row with one unusable cell says nothing: half of what is known would be taken for all. */
export function readStanding(rows: readonly RawRow[], places: ReadonlyMap<StandingColumn, number>): { told: ToldStanding[]; wrong: WrongStanding[] } {
  const told: ToldStanding[] = [];
  const wrong: WrongStanding[] = [];
  for (const { row, cells } of rows) {
    const said = (column: StandingColumn): string => (cells[places.get(column) ?? -1] ?? '').trim();
    const column = STANDING_COLUMNS.find((each) => !isUsable(each, said(each)));
    if (column) {
      wrong.push({ row, column });
      continue;
    }
    told.push({
      row,
      contactNr: said('CONTACT_NR'),
      sales: Number(said('SALES')),
      lastPurchase: dateOf(said('LAST_PURCHASE')),
      balance: said('BALANCE'),
      openOrders: Number(said('OPEN_ORDERS')),
      beneficiary: YES.test(said('BENEFICIARY')),
    });
  }
  return { told, wrong };
}

/** Dates as the format writes them. A purchase is not asked whether it is past: clocks of two systems differ. */
const DATES: Place = { country: '', dateOrder: 'day-first', wholeYears: true, today: '9999-12-31', phones: new Map() };

function dateOf(text: string): string | null {
  if (text === '') return null;
  const date = cleanPastDate(text, DATES);
  return typeof date === 'string' ? date : null;
}

function isUsable(column: StandingColumn, text: string): boolean {
  switch (column) {
    case 'CONTACT_NR':
      return text !== '' && text.length <= 20;
    case 'SALES':
    case 'OPEN_ORDERS':
      return isNumber(text) && text.length <= MOST_DIGITS.count;
    case 'BALANCE':
      return MONEY.test(text) && text.length <= MOST_DIGITS.money;
    case 'LAST_PURCHASE':
      return text === '' || dateOf(text) !== null;
    case 'BENEFICIARY':
      return YES.test(text) || NO.test(text);
  }
}
