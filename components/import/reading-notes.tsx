'use client';

import { Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LEVEL_LOOK, Status } from '@/components/ui/status';
import type { FileIssue } from '@/lib/engine';
import { useIssueText } from './use-issue-text';

/** Notes shown; a file with a thousand of them has one cause. */
const SHOWN = 8;

/** What the reader has to say about the file as a whole. */
export function ReadingNotes({ issues }: { issues: readonly FileIssue[] }) {
  const t = useTranslations('read');
  const textOf = useIssueText();
  if (issues.length === 0) return null;
  return (
    <Stack gap={6}>
      <Title order={3} fz="md">
        {t('notes')}
      </Title>
      {issues.slice(0, SHOWN).map((issue, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notes are texts without identity, and the list is never reordered
        <Status key={index} {...LEVEL_LOOK[issue.level]}>
          {issue.row === null ? textOf(issue) : t('atRow', { row: issue.row, text: textOf(issue) })}
        </Status>
      ))}
      {issues.length > SHOWN && <Text c="dimmed">{t('moreNotes', { count: issues.length - SHOWN })}</Text>}
    </Stack>
  );
}
