import type { FieldOption } from './field-option';

/** Code of a field to its name; a criterion (`=CODE`) is called by its code. */
export type FieldLabels = Readonly<Record<string, string>>;

/** The names of fields by their codes. */
export const fieldLabels = (fields: readonly FieldOption[]): FieldLabels => Object.fromEntries(fields.map(({ code, label }) => [code, label]));

/** The name of a field or criterion as people know it. */
export const fieldLabel = (labels: FieldLabels, code: string): string => labels[code] ?? code.replace(/^=/, '');
