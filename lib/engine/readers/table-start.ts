import { groupsOf, spreadGroups } from '@/lib/engine/detect/grouped-header';
import { detectHeader, joinedHeader } from '@/lib/engine/detect/header';
import { ISSUES } from '@/lib/engine/issues';
import { explanationsBelow, isExplanation } from '@/lib/engine/layouts/explanations';
import { headerNotes } from '@/lib/engine/layouts/header-notes';
import { isFormatHeader } from '@/lib/engine/layouts/known-codes';
import type { FileIssue } from '@/lib/engine/types';

type Rows = readonly (readonly string[])[];

/** The beginning of a table: how many of its rows precede the first record, and its header. */
export interface TableStart {
  skip: number;
  /** 1-based among the rows given; the first one where a header goes over several. Null without a header. */
  headerRow: number | null;
  header: string[];
  issues: FileIssue[];
}

/**
 * Decides where the records begin. `asked`: the 1-based row that a person named as the header, null for none, undefined to
 * detect it. `rows`: the first rows of the table without blank ones.
 */
export function startOf(rows: Rows, asked: number | null | undefined): TableStart {
  if (asked === null) return { skip: 0, headerRow: null, header: [], issues: [] };
  if (asked !== undefined) return below(rows, asked, asked, [...(rows[asked - 1] ?? [])], []);
  const found = detectHeader(rows);
  if (!found.header) return { skip: found.skip, headerRow: null, header: [], issues: beforeHeader(found.skip) };
  const groups = groupsOf(rows, found.header);
  const header = groups ?? found.header;
  const skip = header.index + header.rows;
  const lines = rows.slice(header.index, skip);
  const texts = joinedHeader(groups ? spreadGroups(lines) : lines);
  const before = rows.slice(0, header.index);
  // What a template has above its codes is no surprise.
  const unexpected = isFormatHeader(texts) ? before.filter((row) => !isExplanation(texts, row)) : before;
  return below(rows, skip, header.index + 1, texts, beforeHeader(unexpected.length));
}

const note = (code: 'rows-before-header' | 'explanations-left-out', count: number): FileIssue[] =>
  count > 0 ? [{ row: null, code, level: ISSUES[code], params: { count } }] : [];

const beforeHeader = (count: number) => note('rows-before-header', count);

/** The start below a header, behind rows that only explain it. */
function below(rows: Rows, skip: number, headerRow: number, header: string[], issues: readonly FileIssue[]): TableStart {
  const explained = explanationsBelow(header, rows.slice(skip));
  return { skip: skip + explained, headerRow, header, issues: [...issues, ...note('explanations-left-out', explained), ...headerNotes(header)] };
}
