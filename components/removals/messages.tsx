'use client';

import { Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ApprovalDetail } from './removal-shapes';

/** What was asked, answered and refused, in the order in which it was said. */
export function Messages({ messages }: Pick<ApprovalDetail, 'messages'>) {
  const t = useTranslations('approval');
  const format = useFormatter();
  if (messages.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={3} fz="lg">
        {t('messages')}
      </Title>
      {messages.map(({ id, kind, authorName, text, at }) => (
        <div key={id}>
          <Text c="dimmed">
            {t(`kinds.${kind}`, { name: authorName, date: format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' }) })}
          </Text>
          <Text maw="70ch" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {text}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
