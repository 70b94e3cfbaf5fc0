import { type FieldCode, fieldOf, isFieldCode } from '@/lib/engine';

/** Whether a column goes to an authorization. */
export const isConsentField = (key: string | null | undefined): key is FieldCode =>
  key !== null && key !== undefined && isFieldCode(key) && fieldOf(key)?.type === 'flag';
