import { columnsMade, columnsRead, sourceOf } from '@/lib/engine/edits/columns';
import { prepareEditing } from '@/lib/engine/edits/edit-rows';
import { FIRST_MADE_COLUMN } from '@/lib/engine/edits/edited-row';
import type { Edit, Edits } from '@/lib/engine/edits/index';
import { valueKey } from '@/lib/engine/edits/map-values';
import { type FieldCode, isFieldCode } from '@/lib/engine/fields';
import type { ColumnProfile, Mapping } from '@/lib/engine/types';
import { answersOf, placeOfAnswers } from './answer-values';
import { hasCodes, type ValuePlace, type ValueReading, valueReader } from './read-value';

/** One value of a column, spelled as in most cells, with all that differ from it in case, accents or punctuation alone. */
export interface ValueRow {
  value: string;
  /** Cells of the file that have it. */
  count: number;
  /** What becomes of it, after all edits. */
  reading: ValueReading;
  /** What a person said it is; absent where nobody did. An empty text leaves the field alone. */
  answer?: string;
}

/** The values of a column that goes to a field of codes. */
export interface ValueColumn {
  column: number;
  field: FieldCode;
  rows: ValueRow[];
  /** Filled cells whose values are not listed here. */
  further: number;
}

/** Whether somebody has to say what a value is. */
export const isOpen = ({ reading, answer }: ValueRow): boolean => answer === undefined && (reading.kind === 'unknown' || reading.kind === 'proposed');

/** Whether there is any value that somebody has to say something of. */
export const hasOpenValues = (...of: Parameters<typeof valuesOf>): boolean => valuesOf(...of).some(({ rows }) => rows.some(isOpen));

const GIVES_CODES = 'CONFIG';

/**
 * The values of the columns that go to fields of codes, with what an import makes of each. Values come from reading the whole file; columns
 * made of one column have its values as the edits leave them, those made of several are not listed. Criteria are left out where rows of the
 * file say what their columns hold.
 */
export function valuesOf(profile: readonly ColumnProfile[], mapping: Mapping, edits: Edits, place: ValuePlace): ValueColumn[] {
  const configured = profile.some(({ index, values }) => mapping[index] === 'OPERATION' && values?.listed.some(([text]) => text === GIVES_CODES));
  return Object.entries(mapping).flatMap(([key, field]): ValueColumn[] => {
    if (!field || !isFieldCode(field) || !hasCodes(field) || (configured && field.startsWith('CRIT'))) return [];
    const column = Number(key);
    const source = isMadeOfOne(column, edits) ? profile.find(({ index }) => index === sourceOf(column, edits)) : undefined;
    if (!source?.values) return [];
    const rows = rowsOf(source, column, edits, valueReader(field, place), { country: place.country, mapping });
    return rows.length > 0 ? [{ column, field, rows, further: source.values.further }] : [];
  });
}

const isMadeOfOne = (column: number, edits: Edits): boolean => {
  const maker = edits.list.find((edit) => columnsMade(edit).includes(column));
  const [source, ...others] = maker ? columnsRead(maker) : [column];
  return others.length === 0 && (!maker || isMadeOfOne(source as number, edits));
};

interface Group {
  value: string;
  most: number;
  count: number;
  after: string;
}

function rowsOf(
  { index, filled, rows, values }: ColumnProfile,
  column: number,
  edits: Edits,
  read: (text: string) => ValueReading,
  context: Parameters<typeof prepareEditing>[1],
): ValueRow[] {
  // What a row took over from the row above is a value of that row, too.
  const list = edits.list.filter(({ op }) => op !== 'fill-down');
  const at = placeOfAnswers({ version: 1, list }, column);
  const texts: [string, number][] = [...(values?.listed ?? []), ['', rows - filled]];
  const run = (some: Edit[]) => edited(texts, index, column, prepareEditing({ version: 1, list: some }, context));
  const [before, after] = [run(list.slice(0, at)), run(list)];
  const answers = answersOf(edits, column);
  const groups = new Map<string, Group>();
  texts.forEach(([, count], place) => {
    const value = (before[place] ?? '').trim();
    if (value === '' || count === 0) return;
    const key = valueKey(value);
    const group = groups.get(key);
    if (!group) groups.set(key, { value, most: count, count, after: after[place] ?? '' });
    else {
      group.count += count;
      if (count > group.most) Object.assign(group, { value, most: count, after: after[place] ?? '' });
    }
  });
  const found = [...groups].map(([key, { value, count, after: text }]): ValueRow => {
    const answer = answers.get(key);
    const reading: ValueReading = text.trim() === '' ? { kind: 'taken', value: '', by: 'itself' } : read(text);
    return { value, count, reading, ...(answer !== undefined && { answer }) };
  });
  return found.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.count - a.count);
}

function edited(texts: readonly [string, number][], source: number, column: number, { edit }: ReturnType<typeof prepareEditing>): string[] {
  const rows = texts.map(([text], row) => {
    const cells = Array.from({ length: source + 1 }, () => '');
    cells[source] = text;
    return { row, cells };
  });
  return edit(rows).map((row) => (column < FIRST_MADE_COLUMN ? row.cells[column] : row.made?.[column - FIRST_MADE_COLUMN]) ?? '');
}
