import type { Bucket, Issue, IssueLevel } from '@/lib/engine';

/** All issues of one cause: what is wrong, in which field, how often, and the first place of it. */
export interface Problem {
  code: string;
  level: IssueLevel;
  field: string | null;
  /** 0-based column of the file, where the cause is in one. */
  column: number | null;
  count: number;
  exampleRow: number | null;
  exampleValue: string | null;
}

/** A row as the file has it, where it ends, and what was found about it. */
export interface ListedRow {
  row: number;
  cells: string[];
  bucket: Bucket;
  issues: Issue[];
}

/** Which rows are shown. */
export interface RowFilter {
  bucket?: Bucket;
  issueCode?: string;
  issueField?: string;
  search?: string;
}
