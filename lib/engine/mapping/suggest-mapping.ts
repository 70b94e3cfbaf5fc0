import { isFieldCode } from '@/lib/engine/fields';
import { fold } from '@/lib/engine/fields/values/tidy';
import { type ColumnKey, pairedColumn } from '@/lib/engine/round-trip/column-key';
import type { ColumnProfile, Mapping, Suggestion } from '@/lib/engine/types';
import { isConsent } from './known-header';
import { isOneOfSeveral } from './several-columns';
import { suggestColumns } from './suggest-columns';

/** Confidence below which no column is taken for what people agreed to: a header that merely resembles one says nothing of that. */
const CONSENT_FROM = 0.9;

/**
 * What every column that looks like something holds, each field at most once. What was accepted before for this header comes first, then
 * columns of values before and after, which say so. A column that is understood but that no field takes as it stands (a whole name in one
 * cell, a refusal) is left out and says so.
 */
export function suggestMapping(columns: readonly ColumnProfile[], remembered: Mapping = {}): Suggestion[] {
  const taken = new Set<ColumnKey>(Object.values(remembered).filter((key) => key !== null));
  const settled = new Map<number, Suggestion>();
  const settle = (column: Suggestion) => settled.set(column.index, column);
  for (const { index, header } of columns) {
    const known = remembered[index];
    const paired = pairedColumn(header);
    if (known !== undefined) settle({ index, header, field: known, confidence: 1, reason: 'remembered' });
    else if (paired) {
      const isTwice = taken.has(paired);
      taken.add(paired);
      settle(
        isTwice
          ? { index, header, field: null, confidence: 0, reason: 'code-twice' }
          : { index, header, field: paired, confidence: 1, reason: 'field-code' },
      );
    }
  }
  for (const { index, header, input, confidence, reason } of suggestColumns(columns.filter(({ index }) => !settled.has(index)))) {
    if (input === null) settle({ index, header, field: null, confidence, reason });
    else if (isConsent(input) && confidence < CONSENT_FROM) settle({ index, header, field: null, confidence: 0, reason: 'no-match' });
    else if (taken.has(input as ColumnKey) && !isOneOfSeveral(input, reason))
      settle({ index, header, field: null, confidence: 0, reason: 'no-match' });
    else
      settle(
        isFieldCode(input)
          ? { index, header, field: input, confidence, reason }
          : { index, header, field: null, confidence, reason: 'no-field', input },
      );
  }
  return columns.flatMap(({ index }) => settled.get(index) ?? []);
}

/** The header as text under which an accepted mapping is remembered: the same columns in the same order, however they are spelled. */
export const headerFingerprint = (header: readonly string[]): string => header.map((text) => fold(text.normalize('NFC').trim())).join('\n');
