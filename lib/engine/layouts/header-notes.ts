import { fieldOf } from '@/lib/engine/fields';
import { ISSUES, type Issue, type IssueCode } from '@/lib/engine/issues';
import type { FileIssue } from '@/lib/engine/types';
import { columnHeaded, fieldHeaded, isFormatHeader, isUnknownCode, placeOf } from './known-codes';

const note = (code: IssueCode, params: Issue['params']): FileIssue => ({ row: null, code, level: ISSUES[code], params });
const named = (texts: readonly string[]) => ({ value: texts.map((text) => text.trim()).join(', '), count: texts.length });

/**
 * What is to be said about a header of the format: codes it does not know, codes above several columns, and an order other than that
 * of the layouts, which does no harm.
 */
export function headerNotes(header: readonly string[]): FileIssue[] {
  if (!isFormatHeader(header)) return [];
  const unknown = header.filter(isUnknownCode);
  const fields = header.map(fieldHeaded);
  const columns = header.map(columnHeaded);
  const again = header.filter((text, at) => {
    const first = columns[at] ? columns.indexOf(columns[at]) : at;
    return first < at && !(fields[at] && fieldOf(fields[at])?.severalColumns && header[first]?.trim() !== text.trim());
  });
  const known = header.filter((text, at) => fields[at] && !fieldOf(fields[at])?.own && !again.includes(text));
  const misplaced = known.find((text, at) => at > 0 && placeOf(text) < placeOf(known[at - 1] ?? ''));
  return [
    ...(unknown.length > 0 ? [note('unknown-codes', named(unknown))] : []),
    ...(again.length > 0 ? [note('code-twice', named(again))] : []),
    ...(misplaced ? [note('other-order', { value: misplaced.trim() })] : []),
  ];
}
