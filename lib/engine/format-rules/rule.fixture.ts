import type { FieldCode } from '@/lib/engine/fields';
import type { IssueCode } from '@/lib/engine/issues';
import { stored, type TypedRow } from '@/lib/engine/small-file.fixture';
import type { Bucket, ContactKind, StoredContact, ValueKey } from '@/lib/engine/types';

/** A rule in words, behind the field or matter it is about. */
type Words = `${string}: ${string}`;

/** Values of fields; undefined says that the change is not about the field. */
type Values = { [Key in ValueKey]?: string | null | undefined };

/** One rule of the format: a file that meets it, and what its last row must come to over the contacts there are. */
export interface FormatRule {
  rule: Words;
  rows: readonly TypedRow[];
  contacts: readonly StoredContact[];
  bucket: Bucket;
  writes: { [Part in ContactKind]?: Values };
  /** All that is said about the row, in its order. */
  says: readonly IssueCode[];
}

const rowsOf = (typed: TypedRow | readonly TypedRow[]): readonly TypedRow[] => (Array.isArray(typed) ? typed : [typed as TypedRow]);

/** A file over these contacts, in full. */
export const file = (
  rule: Words,
  contacts: readonly StoredContact[],
  typed: TypedRow | readonly TypedRow[],
  given: Pick<FormatRule, 'bucket'> & Partial<FormatRule>,
): FormatRule => ({ rule, contacts, rows: rowsOf(typed), writes: {}, says: [], ...given });

/** A new person; one without a name is called Bell. */
export const person = (rule: Words, typed: TypedRow, individual: Values, ...says: IssueCode[]): FormatRule =>
  file(rule, [], 'FIRSTNAME' in typed || 'LASTNAME' in typed ? typed : { LASTNAME: 'Bell', ...typed }, {
    bucket: 'created',
    writes: { individual },
    says,
  });

/** A new structure; one without a name is called School. */
export const structure = (rule: Words, typed: TypedRow, values: Values, ...says: IssueCode[]): FormatRule =>
  file(rule, [], { OFFICIAL_NAME: 'School', ...typed }, { bucket: 'created', writes: { structure: values }, says });

/** A new structure called School with its relay, called Cole. */
export const pair = (rule: Words, typed: TypedRow, writes: Pick<FormatRule['writes'], 'structure' | 'relay'>, ...says: IssueCode[]): FormatRule =>
  file(rule, [], { OFFICIAL_NAME: 'School', LASTNAME: 'Cole', ...typed }, { bucket: 'created', writes, says });

/** A file of new contacts whose last row, about a person called Bell unless it has a name, is not carried out. */
export const refused = (rule: Words, typed: TypedRow | readonly TypedRow[], ...says: IssueCode[]): FormatRule =>
  file(
    rule,
    [],
    rowsOf(typed).map((row) => ({ LASTNAME: 'Bell', ...row })),
    { bucket: 'refused', says },
  );

/** The stored person number 1 with these fields. */
export const bell = (fields: StoredContact['fields'] = {}): StoredContact =>
  stored({ id: 'bell', number: '1', fields: { LASTNAME: 'Bell', ...fields } });

/** Person number 1 with these fields, changed by a row with that number. */
export const updated = (rule: Words, fields: StoredContact['fields'], typed: TypedRow, individual: Values, ...says: IssueCode[]): FormatRule =>
  file(rule, [bell(fields)], { CONTACT_NR: '1', ...typed }, { bucket: 'updated', writes: { individual }, says });

/** Person number 1 with these fields, of whom a row with that number changes nothing. */
export const unchanged = (rule: Words, fields: StoredContact['fields'], typed: TypedRow, ...says: IssueCode[]): FormatRule =>
  file(rule, [bell(fields)], { CONTACT_NR: '1', ...typed }, { bucket: 'unchanged', says });

/** Person number 1 with these fields, whom a row with that number would change and does not. */
export const refusedUpdate = (rule: Words, fields: StoredContact['fields'], typed: TypedRow, ...says: IssueCode[]): FormatRule =>
  file(rule, [bell(fields)], { CONTACT_NR: '1', ...typed }, { bucket: 'refused', says });

/** Whether a rule is about this field. */
export const isAbout = ({ rule }: FormatRule, code: FieldCode): boolean => rule.startsWith(`${code}:`);
