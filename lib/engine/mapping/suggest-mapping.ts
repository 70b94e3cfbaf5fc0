import { type FieldCode, isFieldCode } from '@/lib/engine/fields';
import { fold } from '@/lib/engine/fields/values/tidy';
import type { ColumnProfile, Mapping, Suggestion } from '@/lib/engine/types';
import { suggestColumns } from './suggest-columns';

/**
 * A field for every column that looks like one, each field at most once. What was accepted before for this header comes first. A column
 * that is understood but that no field takes as it stands (a whole name in one cell, a refusal) is left out and says so.
 */
export function suggestMapping(columns: readonly ColumnProfile[], remembered: Mapping = {}): Suggestion[] {
  const taken = new Set<FieldCode>(Object.values(remembered).filter((field) => field !== null));
  const open = new Map(suggestColumns(columns.filter(({ index }) => remembered[index] === undefined)).map((column) => [column.index, column]));
  return columns.map(({ index, header }) => {
    const known = remembered[index];
    if (known !== undefined) return { index, header, field: known, confidence: 1, reason: 'remembered' };
    const { input = null, confidence = 0, reason = 'no-match' } = open.get(index) ?? {};
    if (input === null) return { index, header, field: null, confidence, reason };
    if (taken.has(input as FieldCode)) return { index, header, field: null, confidence: 0, reason: 'no-match' };
    return isFieldCode(input) ? { index, header, field: input, confidence, reason } : { index, header, field: null, confidence, reason: 'no-field' };
  });
}

/** The header as text under which an accepted mapping is remembered: the same columns in the same order, however they are spelled. */
export const headerFingerprint = (header: readonly string[]): string => header.map((text) => fold(text.normalize('NFC').trim())).join('\n');
