import { FIELDS } from '@/lib/engine/fields';
import type { Field, Place } from '@/lib/engine/fields/field';
import { isFormatHeader, isLabelHeader, placeOf, placeOfLabel } from './known-codes';

/** Rows that explain the columns in the published template. */
const MOST = 3;
/** Cells that must be wrong for their columns below the codes: a row of data may have one or two. Above them nothing else is expected. */
const WRONG_BELOW = 3;

/** A text that is no number, date, address or code. */
const NONSENSE = '?';

const place = (): Place => ({ country: 'FR', dateOrder: 'day-first', today: '9999-12-31', phones: new Map() });

function accepts(field: Field, text: string, place: Place): boolean {
  if (!field.clean) return field.type !== 'number' || /^\d+$/.test(text);
  const cleaned = field.clean(text, place);
  return typeof cleaned === 'string' || (cleaned.value !== undefined && cleaned.value !== text);
}

const placeHeaded = (text: string): number => {
  const place = placeOf(text);
  return place < 0 ? placeOfLabel(text) : place;
};

/** The fields that do not take any text, by their place in the format. */
const choosy = FIELDS.map((field) => (accepts(field, NONSENSE, place()) ? null : field));

/**
 * Whether a row explains the columns of a header of the format instead of being one of its records: group, label, or type and length.
 * Told by what it is not: wherever a column takes numbers, dates, addresses or one of some codes, its cell is none of them, `wrong` times at least.
 */
export function isExplanation(header: readonly string[], row: readonly string[], wrong = 1): boolean {
  const read = place();
  const judged = header.flatMap((text, at) => {
    const field = choosy[placeHeaded(text)];
    const cell = row[at]?.trim() ?? '';
    return field && cell !== '' && cell !== '=' ? [accepts(field, cell, read)] : [];
  });
  return judged.length >= wrong && !judged.includes(true);
}

/** How many rows below a header of the format explain its columns: they were above it in the template, or its codes are gone. */
export function explanationsBelow(header: readonly string[], rows: readonly (readonly string[])[]): number {
  if (!isFormatHeader(header) && !isLabelHeader(header)) return 0;
  const first = rows.slice(0, MOST).findIndex((row) => !isExplanation(header, row, WRONG_BELOW));
  return first < 0 ? Math.min(MOST, rows.length) : first;
}
