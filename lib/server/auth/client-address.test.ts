import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['10.9.9.9, 192.0.2.7', '192.0.2.7'],
  ['claimed,also claimed,2001:db8::1', '2001:db8::1'],
  ['', 'unknown'],
  [undefined, 'unknown'],
])('of "%s" the nearest proxy vouches for %s', (header, address) => {
  expect(clientAddress(header)).toBe(address);
});
