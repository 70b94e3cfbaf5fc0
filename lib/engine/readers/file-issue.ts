import { ISSUES, type IssueCode } from '@/lib/engine/issues';
import type { FileIssue } from '@/lib/engine/types';

/** An issue of a file as a whole. */
export const fileIssue = (code: IssueCode, params: FileIssue['params'] = {}): FileIssue => ({ row: null, code, level: ISSUES[code], params });
