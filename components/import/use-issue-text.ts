'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type IssueKey = Parameters<ReturnType<typeof useTranslations<'issues'>>>[0];

/** The sentence of an issue in the reader's language. A code of an older version has none and is shown as it is. */
export function useIssueText(): (issue: { code: string; params: Record<string, string | number> }) => string {
  const t = useTranslations('issues');
  return useCallback(({ code, params }) => (t.has(code as IssueKey) ? t(code as IssueKey, params) : code), [t]);
}
