import { fieldOfKey } from '@/lib/engine';
import type { FieldOption } from './field-option';

/** Code of a field to its name; a criterion (`=CODE`) is called by its code. */
export type FieldLabels = Readonly<Record<string, string>>;

/** The names of fields by their codes. */
export const fieldLabels = (fields: readonly FieldOption[]): FieldLabels => Object.fromEntries(fields.map(({ code, label }) => [code, label]));

/** The name of a field or criterion as people know it; a field of the address for one use (`TOWN@S`) is followed by that use. */
export function fieldLabel(labels: FieldLabels, key: string): string {
  if (key.startsWith('=')) return key.slice(1);
  const field = fieldOfKey(key);
  const name = labels[field] ?? field;
  return field === key ? name : `${name} (${key.slice(field.length + 1)})`;
}
