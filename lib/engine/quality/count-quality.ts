import { type EditedRow, FIRST_MADE_COLUMN } from '@/lib/engine/edits/edited-row';
import { FIELDS, type FieldCode, isFieldCode } from '@/lib/engine/fields';
import type { Issue } from '@/lib/engine/issues';
import type { CheckedRow, MappedRow, Mapping, RawRow } from '@/lib/engine/types';
import { DistinctEstimate } from './distinct-estimate';

/** How good the values of one field are, in the rows of a file. */
export interface FieldQuality {
  field: FieldCode;
  /** Rows that have something for it. */
  filled: number;
  /** Of them, those whose value is taken exactly as the file has it. */
  asWritten: number;
  /** Those whose value is taken, as written or once edits and cleaning put it right. */
  usable: number;
  /** About how many different values are imported. */
  distinct: number;
}

/** How good the values of a file are, field by field in the order of the format. */
export interface FileQuality {
  rows: number;
  fields: FieldQuality[];
}

/** What was counted of a part of a file, as it is sent from thread to thread. */
export interface CountedQuality {
  rows: number;
  fields: { field: string; filled: number; asWritten: number; usable: number; registers: Uint8Array }[];
}

class FieldCount {
  filled = 0;
  asWritten = 0;
  usable = 0;
  readonly distinct = new DistinctEstimate();
  /** The value last seen: sorted files and columns of one value repeat theirs. */
  private last = '';

  take(text: string, value: string | undefined): void {
    this.filled++;
    if (value === undefined) return;
    this.usable++;
    if (value === text) this.asWritten++;
    if (value === this.last) return;
    this.last = value;
    this.distinct.add(value);
  }
}

interface CountedField {
  key: FieldCode;
  count: FieldCount;
  columns: readonly number[];
  /** The one column of the file that it comes from as it is; -1 where there are several, or one that was made. */
  only: number;
}

/** Rows at the stages that are compared, side by side. */
export interface CountedRows {
  raw: readonly RawRow[];
  edited: readonly EditedRow[];
  mapped: readonly MappedRow[];
  checked: readonly CheckedRow[];
}

/** Counts how good the values of a file are while its rows pass. */
export class QualityCount {
  private rows = 0;
  private readonly fields: CountedField[] = [];

  constructor(mapping: Mapping) {
    const byField = new Map<FieldCode, number[]>();
    for (const [index, key] of Object.entries(mapping)) if (key && isFieldCode(key)) byField.set(key, [...(byField.get(key) ?? []), Number(index)]);
    for (const [key, columns] of byField) {
      const [first = -1, ...others] = columns;
      this.fields.push({ key, count: new FieldCount(), columns, only: others.length === 0 && first < FIRST_MADE_COLUMN ? first : -1 });
    }
  }

  /** Takes rows as they were read, edited and mapped, and what became of them. */
  add({ raw, edited, mapped, checked }: CountedRows): void {
    this.rows += raw.length;
    for (let at = 0; at < raw.length; at++) {
      const [read, made, cells, row] = [raw[at] as RawRow, edited[at] as EditedRow, (mapped[at] as MappedRow).cells, checked[at] as CheckedRow];
      for (const { key, count, columns, only } of this.fields) {
        const cell = cells[key];
        // Clearing a field is no value, neither a good one nor a bad one.
        if (cell === null) continue;
        const text = only < 0 ? firstFilled(columns, read, made) : (read.cells[only] ?? '');
        if (cell === undefined && text === '') continue;
        const value = cell === undefined ? untouched(columns, made) : importedOf(key, cell, row);
        // Most cells are plain: what is around a text is looked at only where the text is not the value.
        const written = value === text ? text : text.trim();
        if (written !== '' || value !== undefined) count.take(written, value);
      }
    }
  }

  result(): CountedQuality {
    const fields = this.fields.map(({ key, count: { filled, asWritten, usable, distinct } }) => ({
      field: key,
      filled,
      asWritten,
      usable,
      registers: distinct.registers,
    }));
    return { rows: this.rows, fields };
  }
}

/** The first filled cell as the file has it; of a column that was made, as it was made. */
function firstFilled(columns: readonly number[], { cells }: Pick<RawRow, 'cells'>, { made }: EditedRow): string {
  for (const index of columns) {
    const text = ((index < FIRST_MADE_COLUMN ? cells[index] : made?.[index - FIRST_MADE_COLUMN]) ?? '').trim();
    if (text !== '') return text;
  }
  return '';
}

/** A cell that is filled and yet nowhere to be set is as it was exported; one that an edit emptied is left out. */
const untouched = (columns: readonly number[], edited: EditedRow): string | undefined => firstFilled(columns, edited, edited) || undefined;

const importedOf = (key: FieldCode, cell: string, { cells, issues }: CheckedRow): string | undefined =>
  key.startsWith('CRIT') ? criterionIn(cell.trim(), key, issues) : (cells[key] ?? undefined);

/** Criteria have other keys once they are checked: one that was not taken is told at its column. */
const criterionIn = (text: string, key: string, issues: readonly Issue[]): string | undefined =>
  issues.some(({ field, level }) => field === key && level !== 'info') ? undefined : text;

/** The quality of a file from what was counted of its parts. */
export function joinQuality(parts: readonly CountedQuality[]): FileQuality {
  const codes = new Set(parts.flatMap(({ fields }) => fields.filter(({ filled }) => filled > 0).map(({ field }) => field)));
  const fields = FIELDS.filter(({ code }) => codes.has(code)).map(({ code }): FieldQuality => {
    const of = parts.flatMap((part) => part.fields.filter(({ field }) => field === code));
    const sum = (key: 'filled' | 'asWritten' | 'usable') => of.reduce((all, field) => all + field[key], 0);
    const distinct = new DistinctEstimate();
    for (const { registers } of of) distinct.join({ registers });
    const usable = sum('usable');
    return { field: code, filled: sum('filled'), asWritten: sum('asWritten'), usable, distinct: Math.min(distinct.count, usable) };
  });
  return { rows: parts.reduce((all, { rows }) => all + rows, 0), fields };
}
