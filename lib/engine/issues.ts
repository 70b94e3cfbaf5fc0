/**
 * Everything that can be wrong with a row or its file: code and level. The text of each code is in the message catalogues under
 * `issues.<code>`, with the parameters named there; a test asks every language for every code.
 * error: the row is refused. warning: this cell is skipped or changed, the row goes on. info: normalised, nothing lost.
 */
export const ISSUES = {
  // placeholder entries; each stage adds its own here
  'bad-date': 'warning',
} as const satisfies Record<string, IssueLevel>;

export type IssueLevel = 'info' | 'warning' | 'error';
export type IssueCode = keyof typeof ISSUES;

/** A problem as a value: where, what, how bad. Never a sentence, never an exception. */
export interface Issue {
  row: number;
  /** Field code, or null for an issue of the whole row. */
  field: string | null;
  code: IssueCode;
  level: IssueLevel;
  params: Record<string, string | number>;
}

/** The issue `code` at a place. */
export const issue = (code: IssueCode, row: number, field: string | null, params: Issue['params'] = {}): Issue => ({
  row,
  field,
  code,
  level: ISSUES[code],
  params,
});
