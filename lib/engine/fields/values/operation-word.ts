import type { Cleaned } from '@/lib/engine/fields/field';
import { operationOf } from '@/lib/engine/operations';

/** The code of an operation of the format. */
export function cleanOperation(value: string): Cleaned {
  const code = value.toUpperCase();
  return operationOf(code)?.spoken ? code : { value: undefined, code: 'unknown-operation', params: { value } };
}
