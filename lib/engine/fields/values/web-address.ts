import type { Cleaned } from '@/lib/engine/fields/field';

const ADDRESS = /^(?:https?:\/\/)?[^\s/?#@:.]+(?:\.[^\s/?#@:.]+)+(?::\d+)?(?:[/?#]\S*)?$/i;

/** The format wants the scheme in front; an address without one gets `http://`, which every host understands. */
export function cleanWebAddress(value: string): Cleaned {
  if (!ADDRESS.test(value)) return { value: undefined, code: 'bad-web-address', params: { value } };
  return /^https?:\/\//i.test(value) ? value : `http://${value}`;
}
