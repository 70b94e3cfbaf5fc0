import { detectHeader, joinedHeader } from '@/lib/engine/detect/header';
import { ISSUES } from '@/lib/engine/issues';
import { headerNotes } from '@/lib/engine/layouts/header-notes';
import type { FileIssue } from '@/lib/engine/types';

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
export function startOf(rows: readonly (readonly string[])[], asked: number | null | undefined): TableStart {
  if (asked === null) return { skip: 0, headerRow: null, header: [], issues: [] };
  if (asked !== undefined) {
    const header = [...(rows[asked - 1] ?? [])];
    return { skip: asked, headerRow: asked, header, issues: headerNotes(header) };
  }
  const { skip, header } = detectHeader(rows);
  const before = header ? header.index : skip;
  const issues: FileIssue[] = before
    ? [{ row: null, code: 'rows-before-header', level: ISSUES['rows-before-header'], params: { count: before } }]
    : [];
  if (!header) return { skip, headerRow: null, header: [], issues };
  const texts = joinedHeader(rows.slice(header.index, header.index + header.rows));
  return { skip, headerRow: header.index + 1, header: texts, issues: [...issues, ...headerNotes(texts)] };
}
