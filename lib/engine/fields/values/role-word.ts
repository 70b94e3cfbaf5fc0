import type { Cleaned } from '@/lib/engine/fields/field';

/** PUBLIC or RELAY, the two roles of the format. */
export function cleanRole(value: string): Cleaned {
  const role = value.toUpperCase();
  return role === 'PUBLIC' || role === 'RELAY' ? role : { value: undefined, code: 'unknown-role', params: { value } };
}
