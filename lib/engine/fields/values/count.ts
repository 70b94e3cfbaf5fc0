import type { Cleaned } from '@/lib/engine/fields/field';

/** A whole number in digits, without the spaces and apostrophes that group them and without leading zeros. */
export function cleanCount(value: string): Cleaned {
  const digits = value.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '');
  if (!/^\d+$/.test(digits)) return { value: undefined, code: 'bad-count', params: { value } };
  return digits.replace(/^0+(?=\d)/, '');
}
