import { cleanAddressUse } from '@/lib/engine/fields/values/address-use';
import { EVERYONE, type Field } from './field';

/** Main, shipment, billing: any of `M`, `S`, `B`; an empty cell means all three. */
export const addrType = {
  code: 'ADDR_TYPE',
  group: 'address',
  type: 'code',
  length: 3,
  labels: { en: 'Address use', fr: 'Usage de l’adresse' },
  example: 'MSB',
  appliesTo: EVERYONE,
  neverCleared: true,
  clean: cleanAddressUse,
} as const satisfies Field;
