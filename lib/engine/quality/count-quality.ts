import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import type { Issue } from '@/lib/engine/issues';
import type { CheckedRow, MappedRow } from '@/lib/engine/types';
import { DistinctEstimate } from './distinct-estimate';

/** How good the values of one field are, in the rows of a file. */
export interface FieldQuality {
  field: FieldCode;
  /** Cells that set the field. */
  filled: number;
  /** Of them, those that were taken exactly as they were written. */
  asWritten: number;
  /** Those whose value is imported, as written or put right. */
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

/** Counts how good the values of a file are while its rows pass. */
export class QualityCount {
  private rows = 0;
  private readonly fields = new Map<string, FieldCount>();

  /** Takes rows as they were mapped, and what became of them. */
  add(mapped: readonly MappedRow[], checked: readonly CheckedRow[]): void {
    this.rows += mapped.length;
    mapped.forEach(({ cells }, at) => {
      const row = checked[at] as CheckedRow;
      for (const key in cells) {
        const text = cells[key as FieldCode];
        if (typeof text !== 'string') continue;
        let count = this.fields.get(key);
        if (!count) {
          count = new FieldCount();
          this.fields.set(key, count);
        }
        count.take(text, key.startsWith('CRIT') ? criterionIn(text, key, row.issues) : (row.cells[key as FieldCode] ?? undefined));
      }
    });
  }

  result(): CountedQuality {
    const fields = [...this.fields].map(([field, { filled, asWritten, usable, distinct }]) => ({
      field,
      filled,
      asWritten,
      usable,
      registers: distinct.registers,
    }));
    return { rows: this.rows, fields };
  }
}

/** Criteria have other keys once they are checked: one that was not taken is told at its column. */
const criterionIn = (text: string, key: string, issues: readonly Issue[]): string | undefined =>
  issues.some(({ field, level }) => field === key && level !== 'info') ? undefined : text;

/** The quality of a file from what was counted of its parts. */
export function joinQuality(parts: readonly CountedQuality[]): FileQuality {
  const codes = new Set(parts.flatMap(({ fields }) => fields.map(({ field }) => field)));
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
