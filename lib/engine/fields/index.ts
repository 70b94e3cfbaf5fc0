/** The fields of the contact format. */
export type FieldCode = 'LASTNAME';
