import { FIELDS } from '@/lib/engine/fields';
import { ISSUES, type Issue, type IssueCode } from '@/lib/engine/issues';
import type { FileIssue } from '@/lib/engine/types';

const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** The place in the format of every code that columns have or had. */
const places = new Map<string, number>(FIELDS.flatMap(({ code, olderCodes = [] }, at) => [code, ...olderCodes].map((known) => [known, at] as const)));

/** Whether a header is one of the format's own: it says whose contacts these are and what is to be done. */
export const isFormatHeader = (header: readonly string[]): boolean =>
  header.some((text) => places.get(text.trim()) === places.get('INSTITUTION')) && header.some((text) => text.trim() === 'OPERATION');

/** Whether a text is written like a code of the format and is none. In a header of the format it is not to be guessed: it means something there. */
export const isUnknownCode = (text: string): boolean => CODE.test(text.trim()) && !places.has(text.trim());

const note = (code: IssueCode, params: Issue['params']): FileIssue => ({ row: null, code, level: ISSUES[code], params });

/** What is to be said about a header of the format: codes it does not know, and an order other than that of the layouts, which does no harm. */
export function headerNotes(header: readonly string[]): FileIssue[] {
  if (!isFormatHeader(header)) return [];
  const unknown = header.filter(isUnknownCode).map((text) => text.trim());
  const known = header.map((text) => text.trim()).filter((text) => places.has(text));
  const misplaced = known.find((text, at) => at > 0 && (places.get(text) ?? 0) < (places.get(known[at - 1] ?? '') ?? 0));
  return [
    ...(unknown.length > 0 ? [note('unknown-codes', { value: unknown.join(', '), count: unknown.length })] : []),
    ...(misplaced ? [note('other-order', { value: misplaced })] : []),
  ];
}
