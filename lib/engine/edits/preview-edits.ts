import type { RawRow } from '@/lib/engine/types';
import { columnsMade, columnsRead } from './columns';
import type { EditPlace } from './edit';
import { type Edits, stepOf } from './index';
import { RowInWork } from './row-in-work';

/** What one edit does to the rows that were looked at. */
export interface EditPreview {
  /** Rows in which it changes something. */
  changed: number;
  /** Rows of which it tells that something is left out or whole. */
  told: number;
  /** The first that it changes, each another: the cells it reads, and those it makes of them. */
  examples: { row: number; before: string[]; after: string[] }[];
}

/** What the edits of a file do, in their order. */
export interface EditsPreview {
  rows: number;
  /** Whether that are all rows of the file. */
  complete: boolean;
  edits: EditPreview[];
}

const EXAMPLES = 5;

/** Begins to look at what edits do to rows, chunk by chunk. */
export function startEditsPreview(edits: Edits, place: EditPlace) {
  const work = new RowInWork();
  const looks = edits.list.map((edit, at) => {
    const [read, made] = [columnsRead(edit), columnsMade(edit)];
    return { step: stepOf(edit, place, at), read, written: made.length > 0 ? made : read, makes: made.length > 0 };
  });
  const previews = edits.list.map((): EditPreview & { seen: Set<string> } => ({ changed: 0, told: 0, examples: [], seen: new Set() }));
  let rows = 0;
  const look = (row: RawRow): void => {
    work.begin(row);
    looks.forEach(({ step, read, written, makes }, at) => {
      const preview = previews[at];
      if (!preview) return;
      const [before, told] = [read.map((index) => work.get(index)), work.told];
      step(work);
      const after = written.map((index) => work.get(index));
      if (work.told > told) preview.told++;
      if (makes ? after.every((text) => text === '') : after.every((text, place) => text === before[place])) return;
      preview.changed++;
      const key = JSON.stringify([before, after]);
      if (preview.examples.length >= EXAMPLES || preview.seen.has(key)) return;
      preview.seen.add(key);
      preview.examples.push({ row: row.row, before, after });
    });
  };
  return {
    add(chunk: readonly RawRow[]): void {
      rows += chunk.length;
      chunk.forEach(look);
    },
    result: (complete: boolean): EditsPreview => ({ rows, complete, edits: previews.map(({ seen, ...preview }) => preview) }),
  };
}
