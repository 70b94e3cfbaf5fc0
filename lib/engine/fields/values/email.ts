import type { Cleaned } from '@/lib/engine/fields/field';

/** Characters the format allows. */
const LENGTH = 250;

/** Addresses as people have them: dotted words, one @, a host with a dot. Quoted and comment forms of the mail standard are left out. */
const PATTERN = /^[0-9a-z!#$%&'*+/=?^_{|}~-]+(?:\.[0-9a-z!#$%&'*+/=?^_{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u;

/** Lower case; an address that cannot be one is skipped. */
export function cleanEmail(value: string): Cleaned {
  const address = value.toLowerCase().replace(/^mailto:/, '');
  return address.length <= LENGTH && PATTERN.test(address) ? address : { value: undefined, code: 'bad-email', params: { value } };
}
