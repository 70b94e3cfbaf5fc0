import type { NumberRange } from './institution-context';

/** Longer numbers stay texts: no range holds them. */
const COUNTABLE = /^\d{1,18}$/;

/** Whether a number may be given by an import: where ranges are kept for that, only those in one of them. */
export function isReserved(number: string, ranges: readonly NumberRange[]): boolean {
  if (ranges.length === 0) return true;
  if (!COUNTABLE.test(number)) return false;
  const value = BigInt(number);
  return ranges.some(({ first, last }) => BigInt(first) <= value && value <= BigInt(last));
}
