import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { foldWords } from '@/lib/engine/fields/values/tidy';
import type { Evidence } from './value-evidence';

const byCode = new Map<string, FieldCode>();
const byOlderCode = new Map<string, FieldCode>();
const byLabel = new Map<string, FieldCode>();
const ownCodes = new Set<string>();
for (const field of FIELDS) {
  if (field.own) {
    ownCodes.add(field.code);
    continue;
  }
  byCode.set(field.code, field.code);
  for (const code of field.olderCodes ?? []) byOlderCode.set(code, field.code);
  if (field.group === 'global') continue;
  for (const label of Object.values(field.labels)) byLabel.set(foldWords(label), field.code);
}
// In any other tool's file these are a department of a firm, not a part of a country, and what a user of it may do.
for (const label of ['department', 'role']) byLabel.delete(label);

const consents = new Set(FIELDS.filter(({ group }) => group === 'authorizations').map(({ code }) => code));

/** Whether a code is one that no other tool uses. */
const isUnmistakable = (code: string): boolean => /[_\d]/.test(code) || code === 'OPERATION' || code === 'INSTITUTION';

/** Columns with such codes from which on a file counts as written in the format. */
const CODES_OF_THE_FORMAT = 2;

/** Whether a file with these headers is in the contact format. */
export const isInFormat = (headers: readonly string[]): boolean =>
  headers.filter((header) => isUnmistakable(header.trim()) && byCode.has(header.trim())).length >= CODES_OF_THE_FORMAT;

/**
 * The field whose code, or older code, a header is. EMAIL, PHONE, LETTER and PARTNER are consents in the format and addresses or words
 * everywhere else: they count only over yes and no, or over nothing in a file of the format. A field of our own is meant by its code to the
 * letter alone: in other tools' files words like it mean what they mean there.
 */
export function knownCode(header: string, evidence: Evidence, inFormat: boolean): { field: FieldCode; reason: 'field-code' | 'older-code' } | null {
  const code = header.trim().toUpperCase();
  if (ownCodes.has(header.trim())) return { field: header.trim() as FieldCode, reason: 'field-code' };
  const exact = byCode.get(code);
  if (exact && (isUnmistakable(exact) || !consents.has(exact) || evidence === 'flag' || (inFormat && evidence === 'empty'))) {
    // Words that are codes by chance mean what they mean to everybody, unless the file is in the format.
    if (inFormat || isUnmistakable(exact) || !AMBIGUOUS.has(exact)) return { field: exact, reason: 'field-code' };
  }
  const older = byOlderCode.get(code);
  return older ? { field: older, reason: 'older-code' } : null;
}

/** Codes that other tools use for something else: a firm, a part of it, a role on a web site, a note on the phone. */
const AMBIGUOUS = new Set<FieldCode>(['ORGANIZATION', 'DEPARTMENT', 'ROLE', 'TITLE', 'FUNCTION']);

/** The field whose label on the product's own screens and templates a header is. */
export const knownLabel = (header: string): FieldCode | null => byLabel.get(foldWords(header)) ?? null;

/** Whether a field says what a contact agreed to. */
export const isConsent = (code: string): boolean => consents.has(code as FieldCode);
