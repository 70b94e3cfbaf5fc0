import type { Cleaned } from '@/lib/engine/fields/field';

/** Main, shipment and billing, each at most once, in this order. */
export function cleanAddressUse(value: string): Cleaned {
  const letters = value.toUpperCase();
  const uses = ['M', 'S', 'B'].filter((use) => letters.includes(use)).join('');
  return uses.length === letters.length ? uses : { value: undefined, code: 'bad-address-use', params: { value } };
}
