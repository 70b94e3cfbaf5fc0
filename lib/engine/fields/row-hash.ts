import type { Field } from './field';

/**
 * What an exported row said and what was stored then, as one text that only programs read: rows that nobody edited are told by it, and
 * contacts that somebody else changed meanwhile.
 */
export const rowHash = {
  code: 'ROW_HASH',
  group: 'global',
  type: 'code',
  length: 50,
  own: true,
  labels: { en: 'Row hash', fr: 'Empreinte de la ligne' },
  example: '3b4c1f0a-5d2e9b7c6a1f8e04-9c0d7e5b3a2f1846',
  appliesTo: [],
  neverCleared: true,
} as const satisfies Field;
