/**
 * Everything that can be wrong with a row or its file: code and level. The text of each code is in the message catalogues under
 * `issues.<code>`, with the parameters named there; a test asks every language for every code.
 * error: the row is refused. warning: this cell is skipped or changed, the row goes on. info: normalised, nothing lost.
 */
export const ISSUES = {
  // reading a file
  'empty-file': 'warning',
  'no-rows': 'warning',
  'encoding-guessed': 'info',
  'undecodable-bytes': 'warning',
  'null-characters': 'warning',
  'encoded-twice': 'warning',
  'mixed-newlines': 'info',
  'rows-before-header': 'info',
  'unknown-codes': 'warning',
  'code-twice': 'warning',
  'other-order': 'info',
  'explanations-left-out': 'info',
  'zeros-lost': 'warning',
  'damaged-part': 'warning',
  'files-left-out': 'info',
  // reading a record
  'ragged-row': 'warning',
  'stray-quote': 'warning',
  'unclosed-quote': 'warning',
  'other-delimiter': 'warning',
  'hidden-row': 'info',
  'row-out-of-order': 'warning',
  'formula-without-value': 'warning',
  'text-lost': 'warning',
  'sheet-cut-short': 'warning',
  'record-cut-short': 'warning',
  'record-unreadable': 'warning',
  // cleaning a cell
  'control-characters-removed': 'info',
  'text-too-long': 'error',
  'text-shortened': 'warning',
  'number-rounded': 'error',
  'digits-rounded': 'warning',
  'digits-in-name': 'warning',
  'bad-date': 'warning',
  'date-in-future': 'warning',
  'century-decided': 'warning',
  'time-left-out': 'warning',
  'bad-email': 'warning',
  'bad-phone': 'warning',
  'bad-postcode': 'warning',
  'country-code-mistaken': 'error',
  'unknown-country': 'warning',
  'unknown-language': 'warning',
  'unknown-title': 'warning',
  'not-in-list': 'error',
  'not-in-list-skipped': 'warning',
  'taken-from-list': 'info',
  'no-list': 'info',
  'bad-flag': 'warning',
  'bad-web-address': 'warning',
  'bad-count': 'warning',
  'bad-address-use': 'warning',
  'unknown-role': 'warning',
  'nothing-to-append': 'warning',
  'unknown-operation': 'error',
  // checking a row
  'other-institution': 'error',
  'unknown-organization': 'error',
  'clear-not-allowed': 'error',
  'number-not-digits': 'error',
  'town-too-long': 'error',
  'role-contradicts-names': 'warning',
  'config-row': 'info',
  'config-criterion-unknown': 'warning',
  'example-row': 'info',
  'removal-held': 'warning',
  'not-a-removal': 'error',
  'formula-in-cell': 'error',
  'bad-admin-number': 'warning',
  'criterion-without-code': 'error',
  'unknown-criterion': 'error',
  'criterion-skipped': 'warning',
  'unknown-criterion-value': 'error',
  'criterion-value-skipped': 'warning',
  'one-criterion-value-only': 'error',
  'row-hash-unusable': 'error',
  // finding who a row is, and comparing
  'number-missing': 'error',
  'unknown-number': 'error',
  'number-exists': 'error',
  'number-twice': 'error',
  'contact-twice': 'error',
  'first-row-refused': 'error',
  'structure-exists': 'error',
  'ambiguous-email': 'error',
  'ambiguous-structure': 'error',
  'other-kind-of-contact': 'error',
  'relay-of-another-structure': 'error',
  'nothing-to-create': 'error',
  'number-outside-ranges': 'info',
  'email-shared': 'info',
  'similar-structure': 'info',
  'similar-structure-in-file': 'info',
  'structure-kept': 'warning',
  'changed-since-export': 'error',
  'stale-row': 'error',
  'field-not-for-kind': 'warning',
  'consent-raise': 'warning',
  'consent-raised': 'warning',
  'remark-full': 'warning',
  'merged-into-row': 'info',
  'later-row-wins': 'info',
  // removing contacts
  'operations-contradict': 'error',
  'name-mismatch': 'error',
  'names-swapped': 'error',
  'other-organization': 'error',
  'already-inactive': 'error',
  'already-anonymized': 'error',
  'protected-group': 'error',
  'standing-unknown': 'error',
  'has-sales': 'error',
  'open-orders': 'error',
  'debts-or-credits': 'error',
  'not-imported': 'error',
  'changed-since-creation': 'error',
  'structure-has-relays': 'error',
  'relays-further-down': 'error',
  'last-relay': 'error',
  'over-the-ceiling': 'error',
  'erased-person': 'error',
  // writing contacts
  'row-not-stored': 'error',
  'contact-changed': 'error',
  // taking an import back
  'changed-since-import': 'warning',
  'contact-changed-since': 'warning',
  'structure-in-use': 'warning',
  'contact-gone': 'info',
  'contact-there': 'info',
  'taken-since': 'warning',
  'structure-not-back': 'warning',
  'not-reversible': 'warning',
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
