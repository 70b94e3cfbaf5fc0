import type { Cleaned } from '@/lib/engine/fields/field';

/** A name of a person as written. Digits in it mostly come from a column that is no name; SecuTix refuses them in SAM files. */
export const cleanPersonName = (value: string): Cleaned => (/\d/.test(value) ? { value, code: 'digits-in-name', params: { value } } : value);
