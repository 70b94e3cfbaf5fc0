import { type IssueCode, issue } from '@/lib/engine/issues';
import { LIMITS } from '@/lib/engine/limits';
import type { RawRow } from '@/lib/engine/types';
import { type EditedRow, FIRST_MADE_COLUMN } from './edited-row';

/** A row while edits change it. The row it was given stays as it is; one object serves a whole file. */
export class RowInWork {
  private raw: RawRow = { row: 0, cells: [] };
  private cells: string[] | null = null;
  private made: string[] = [];
  private issues: EditedRow['issues'];
  private carried: EditedRow['carried'];
  /** What edits remember of rows before, by their number in the list. */
  private memory: Record<number, string> = {};

  begin(raw: RawRow): void {
    this.raw = raw;
    this.cells = null;
    this.made = [];
    this.issues = raw.issues;
    this.carried = undefined;
  }

  get(column: number): string {
    const cell = column < FIRST_MADE_COLUMN ? (this.cells ?? this.raw.cells)[column] : this.made[column - FIRST_MADE_COLUMN];
    return cell ?? '';
  }

  /** A text longer than any cell of a file is not kept whole: every field refuses far shorter ones, so that its row tells. */
  set(column: number, text: string): void {
    const kept = text.length > LIMITS.cellChars ? text.slice(0, LIMITS.cellChars) : text;
    if (this.get(column) === kept) return;
    if (column >= FIRST_MADE_COLUMN) this.put(this.made, column - FIRST_MADE_COLUMN, kept);
    else {
      this.cells ??= [...this.raw.cells];
      this.put(this.cells, column, kept);
    }
  }

  /** A row may be shorter than the columns of its file. */
  private put(cells: string[], index: number, text: string): void {
    while (cells.length < index) cells.push('');
    cells[index] = text;
  }

  /** Issues of the row so far. */
  get told(): number {
    return this.issues?.length ?? 0;
  }

  tell(code: IssueCode, field: string | null, params: Record<string, string | number>): void {
    this.issues = [...(this.issues ?? []), issue(code, this.raw.row, field, params)];
  }

  remember(place: number, text: string): void {
    this.memory[place] = text;
  }

  /** What was remembered, kept with the row: without it the row could not be edited again alone. */
  recall(place: number): string {
    const text = this.memory[place] ?? '';
    if (text !== '') this.carried = { ...this.carried, [place]: text };
    return text;
  }

  /** Puts what a row was kept with in the place of what rows before it left. */
  resume(carried: EditedRow['carried'] | null): void {
    this.memory = { ...carried };
  }

  end(): EditedRow {
    const { raw, made, issues, carried } = this;
    return { row: raw.row, cells: this.cells ?? raw.cells, made, ...(issues && { issues }), ...(carried && { carried }) };
  }
}
