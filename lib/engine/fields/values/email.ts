import type { Cleaned } from '@/lib/engine/fields/field';
import { likelyDomain } from './email-domain';

/** Characters the format allows. */
const LENGTH = 250;
/** Characters before the @ that mail servers take. */
const LOCAL_LENGTH = 64;

/** Addresses as people have them: dotted words, one @, a host with a dot. Quoted and comment forms of the mail standard are left out. */
const PATTERN =
  /^([\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:xn--[a-z\d-]{1,58}[a-z\d]|\p{L}{2,63})$/u;

/** An address in brackets, mostly behind the name of its owner, as mail programs copy it. */
const NAMED = /^[^<>@]*<([^<>]+)>$/;

/** Lower case, without a name or `mailto:` before it; an address that cannot be one is skipped. A domain that looks mistyped is kept and told. */
export function cleanEmail(value: string): Cleaned {
  const written = NAMED.exec(value)?.[1] ?? value;
  const address = written
    .trim()
    .toLowerCase()
    .replace(/^mailto: ?/, '');
  const local = address.length <= LENGTH ? PATTERN.exec(address)?.[1] : undefined;
  if (local === undefined || local.length > LOCAL_LENGTH) return { value: undefined, code: 'bad-email', params: { value } };
  const likely = likelyDomain(address.slice(local.length + 1));
  return likely ? { value: address, code: 'email-domain-odd', params: { value: address, suggestion: `${local}@${likely}` } } : address;
}
