import { isMobile } from '@/lib/engine/fields/values/phone';

/** Signs between two numbers. A slash and a blank stand within one as well, a plus only at its start. */
const BETWEEN = /\s*(?:[;,|\n]|\s\/\s|\/|\s(?:ou|oder|or|o|of|lub|et|und|and)\s)\s*|\s+(?=\+)/i;

/** Digits from which on a text can be a whole number of its own. */
const DIGITS = 6;

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

/** Numbers of a cell, and what else is in it. */
export interface Phones {
  first: string;
  mobile: string;
  rest: string[];
}

/** The numbers of a cell, one at least. What is too short for a number was no number's end: `030/123456` is one. */
function numbersOf(cell: string): string[] {
  const parts = cell.split(BETWEEN).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.every((part) => digitsOf(part) >= DIGITS) ? parts.map((part) => part.trim()) : [cell];
}

/** Whether a cell holds more than one number. */
export const hasSeveralPhones = (cell: string): boolean => cell.length > 2 * DIGITS && numbersOf(cell).length > 1;

/** The first number; with `takesMobile` the first of the others that is a mobile one; and what is left. `country`: ISO 3166-1 alpha-2. */
export function readPhones(cell: string, country: string, takesMobile: boolean): Phones {
  const [first = cell, ...others] = numbersOf(cell);
  const at = takesMobile ? others.findIndex((number) => isMobile(number, country)) : -1;
  const [mobile = ''] = at < 0 ? [] : others.splice(at, 1);
  return { first, mobile, rest: others };
}
