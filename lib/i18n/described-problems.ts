import { createTranslator } from 'use-intl/core';
import { ISSUES, type IssueCode, type IssueLevel, READ_ERRORS } from '@/lib/engine';
import { catalogues } from './catalogues';
import type { Language } from './index';

/** How grave a problem is: a refusal concerns the file as a whole. */
export type ProblemLevel = 'refusal' | IssueLevel;
export const PROBLEM_LEVELS: readonly ProblemLevel[] = ['refusal', 'error', 'warning', 'info'];

/** A problem as people read about it before they have it. */
export interface DescribedProblem {
  code: string;
  level: ProblemLevel;
  title: string;
  /** What is said where it happens, with … for the value. */
  text: string;
  expected: string;
  action: string;
}

const ARGUMENT = /\{\s*(\w+)\s*(?:,\s*(\w+))?/g;

/** A text of the catalogue with something in the place of its arguments: … for a value, numbers of their own where words depend on them. */
function withoutValues(message: string, language: Language): string {
  const text = message.replace(/\{(\w+), number\}/g, '{$1}');
  const values: Record<string, string | number> = {};
  let number = 2;
  for (const [, name = '', kind] of text.matchAll(ARGUMENT)) {
    if (kind === 'plural') values[name] = number++;
    else values[name] ??= kind === 'select' ? 'other' : '…';
  }
  return createTranslator({ locale: language, messages: { text } })('text', values);
}

/** Every problem of the catalogues, in their order: files that are not read, then what can be wrong with files, rows and cells. */
export function describedProblems(language: Language): DescribedProblem[] {
  const { errors, issues, problems, guide } = catalogues[language];
  const ofFiles = READ_ERRORS.map((code) => ({ code, level: 'refusal' as const, text: withoutValues(errors[code], language), ...guide.files[code] }));
  const ofIssues = (Object.keys(ISSUES) as IssueCode[]).map((code) => ({
    code,
    level: ISSUES[code],
    title: problems.titles[code],
    text: withoutValues(issues[code], language),
    ...guide.issues[code],
  }));
  return [...ofFiles, ...ofIssues];
}
