import type { RawRow } from '@/lib/engine/types';
import { Affected, type Damage } from './damage';

/** Rows with one e-mail from which on it is known which column it belongs to, and the share of them that must have it there. */
const FEWEST = 20;
const SHARE = 0.9;

/** Rows with an e-mail after which it is known where to look: the others have hundreds of columns. */
const LEARNT = 1_000;

const EMAIL = /^[^\s@;,]+@[^\s@]+\.\p{L}{2,}$/u;

/** Columns by which cells are looked for beside their own. */
const DISTANCES = [-2, -1, 1, 2] as const;

/** Rows whose only e-mail is in a column: all of them, and those that have something else so many columns further. */
class Place {
  rows = 0;
  readonly beside = new Map(DISTANCES.map((distance) => [distance as number, new Affected()]));

  add(row: number, at: number, cells: readonly string[]): void {
    this.rows++;
    for (const [distance, affected] of this.beside) if ((cells[at + distance] ?? '').trim() !== '') affected.add(String(row));
  }
}

/**
 * Looks for rows whose cells stand beside their columns: the e-mail of the file, which cannot be taken for anything else, is one or two columns
 * further in them, and something else stands in its own column. A separator within a value that was not quoted does that.
 */
export class ShiftWatch {
  private readonly places = new Map<number, Place>();
  private rows = 0;
  /** The columns in which e-mails are looked for: all of them until it is known where they are. */
  private first = 0;
  private last = Number.POSITIVE_INFINITY;

  add({ row, cells }: RawRow): void {
    let at = -1;
    const end = Math.min(cells.length, this.last + 1);
    for (let index = this.first; index < end; index++) {
      const cell = cells[index] as string;
      if (!cell.includes('@') || !EMAIL.test(cell.trim())) continue;
      if (at >= 0) return;
      at = index;
    }
    if (at < 0) return;
    this.rows++;
    const place = this.places.get(at) ?? new Place();
    place.add(row, at, cells);
    this.places.set(at, place);
    if (this.rows === LEARNT) this.narrow();
  }

  private narrow(): void {
    const [most] = [...this.places].sort((a, b) => b[1].rows - a[1].rows);
    if (!most || most[1].rows < LEARNT * SHARE) return;
    this.first = Math.max(0, most[0] + DISTANCES[0]);
    this.last = most[0] + DISTANCES[3];
  }

  /** The column whose cells stand elsewhere, with how many rows and the first of them. */
  result(): { column: number; damage: Damage } | undefined {
    const [most, ...others] = [...this.places].sort((a, b) => b[1].rows - a[1].rows);
    if (!most || this.rows < FEWEST || most[1].rows < this.rows * SHARE) return undefined;
    const [column] = most;
    const shifted = others.flatMap(([at, { beside }]) => beside.get(column - at) ?? []);
    const count = shifted.reduce((sum, affected) => sum + affected.count, 0);
    const samples = shifted.flatMap((affected) => affected.samples).slice(0, 3);
    return count > 0 ? { column, damage: { kind: 'shifted', count, samples } } : undefined;
  }
}
