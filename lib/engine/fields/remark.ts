import { appendRemark, cleanRemark } from '@/lib/engine/fields/values/remark';
import { EVERYONE, type Field } from './field';

/** A text after `||` is appended to the remark; without the mark it replaces it. */
export const remark = {
  code: 'REMARK',
  group: 'contact',
  type: 'text',
  length: 2000,
  labels: { en: 'Remark', fr: 'Remarque' },
  example: 'Likes the first row',
  appliesTo: EVERYONE,
  multiline: true,
  inPair: 'relay',
  clean: cleanRemark,
  merge: appendRemark,
} as const satisfies Field;
