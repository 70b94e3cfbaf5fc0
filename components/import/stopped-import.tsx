'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Answer, Refusal } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  error: Refusal | null;
  retry: () => Promise<Answer<void>>;
}

/** An import that a problem stopped: why, what is safe, and the way on. */
export function StoppedImport({ error, retry }: Props) {
  const t = useTranslations('progress');
  const ui = useTranslations('ui');
  const { pending, refusal, run } = useAnswer();
  return (
    <Stack gap="md" maw="48rem">
      <RefusalAlert refusal={error} title={t('failedTitle')} />
      <Text>{t('failedText')}</Text>
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button loading={pending} onClick={() => run(retry)}>
          {ui('retry')}
        </Button>
      </Group>
    </Stack>
  );
}
