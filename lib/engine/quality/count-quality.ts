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
  private readonly fields = new Map<FieldCode, { count: FieldCount; columns: number[] }>();

  constructor(mapping: Mapping) {
    for (const [index, key] of Object.entries(mapping)) {
      if (!key || !isFieldCode(key)) continue;
      const field = this.fields.get(key) ?? { count: new FieldCount(), columns: [] };
      field.columns.push(Number(index));
      this.fields.set(key, field);
    }
  }

  /** Takes rows as they were read, edited and mapped, and what became of them. */
  add({ raw, edited, mapped, checked }: CountedRows): void {
    this.rows += raw.length;
    for (const [key, { count, columns }] of this.fields) {
      for (let at = 0; at < raw.length; at++) {
        const cell = mapped[at]?.cells[key];
        // Clearing a field is no value, neither a good one nor a bad one.
        if (cell === null) continue;
        const written = firstFilled(columns, (index) => cellOf(raw[at] as RawRow, edited[at] as EditedRow, index));
        const value = cell === undefined ? untouched(columns, edited[at] as EditedRow) : importedOf(key, cell, checked[at] as CheckedRow);
        if (written !== '' || value !== undefined) count.take(written, value);
      }
    }
  }

  result(): CountedQuality {
    const fields = [...this.fields].map(([field, { count }]) => ({
      field,
      filled: count.filled,
      asWritten: count.asWritten,
      usable: count.usable,
      registers: count.distinct.registers,
    }));
    return { rows: this.rows, fields };
  }
}

/** A cell as the file has it; of a column that was made, as it was made. */
const cellOf = (raw: RawRow, edited: EditedRow, index: number): string =>
  (index < FIRST_MADE_COLUMN ? raw.cells[index] : edited.made?.[index - FIRST_MADE_COLUMN]) ?? '';

function firstFilled(columns: readonly number[], textOf: (index: number) => string): string {
  for (const index of columns) {
    const text = textOf(index).trim();
    if (text !== '') return text;
  }
  return '';
}

/** A cell that is filled and yet nowhere to be set is as it was exported; one that an edit emptied is left out. */
const untouched = (columns: readonly number[], edited: EditedRow): string | undefined =>
  firstFilled(columns, (index) => cellOf(edited, edited, index)) || undefined;

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
