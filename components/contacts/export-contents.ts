/** What of each contact an export holds beside its number and names, by blocks of the format. */
export const EXPORT_CONTENTS = {
  everything: ['contact', 'individual', 'structure', 'address', 'means', 'authorizations', 'criteria'],
  authorizations: ['authorizations'],
  criteria: ['criteria'],
  names: ['individual'],
} as const;

export type ExportContent = keyof typeof EXPORT_CONTENTS;
