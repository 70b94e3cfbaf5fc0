import { isConsentField } from '@/components/values/consent-field';
import type { ColumnKey, Mapping, Suggestion, SuggestionReason } from '@/lib/engine';

/** Confidence from which a suggestion needs no second look: a code of the format, a usual name, or an earlier choice. */
const SURE_FROM = 0.8;

/** Columns without a field of their own stand for something: they are asked about. */
const ASKED: readonly SuggestionReason[] = ['unknown-code', 'code-twice', 'composed'];

export const MAPPING_GROUPS = ['check', 'sure', 'ignored'] as const;
export type MappingGroup = (typeof MAPPING_GROUPS)[number];

/**
 * The group a column is shown in. It follows the suggestion, not the choice, so that no row jumps while one works. What people agreed to is
 * always looked at, however sure it is.
 */
export const groupOf = ({ field, confidence, reason }: Suggestion): MappingGroup => {
  if (field === null) return ASKED.includes(reason) ? 'check' : 'ignored';
  return confidence >= SURE_FROM && !isConsentField(field) ? 'sure' : 'check';
};

/** The mapping to start from: what was accepted before, else what is suggested. */
export const startMapping = (accepted: Mapping | null, suggestions: readonly Suggestion[]): Mapping =>
  accepted ?? Object.fromEntries(suggestions.map(({ index, field }) => [index, field]));

/** Fields that more than one column goes to, with those columns. */
export function severalFor(mapping: Mapping): { field: ColumnKey; columns: number[] }[] {
  const columns = new Map<ColumnKey, number[]>();
  for (const [index, field] of Object.entries(mapping)) if (field) columns.set(field, [...(columns.get(field) ?? []), Number(index)]);
  return [...columns].filter(([, indexes]) => indexes.length > 1).map(([field, indexes]) => ({ field, columns: indexes }));
}

/** By what the rows of this mapping are recognised. */
export function identityOf(mapping: Mapping): 'number' | 'numberOrEmail' | 'email' | 'none' {
  const fields = Object.values(mapping);
  if (fields.includes('CONTACT_NR')) return fields.includes('EMAIL1') ? 'numberOrEmail' : 'number';
  return fields.includes('EMAIL1') ? 'email' : 'none';
}
