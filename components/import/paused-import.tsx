'use client';

import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Answer, Refusal } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ImportProgress } from './import-shapes';
import { StopImport } from './stop-import';

interface Props {
  progress: ImportProgress | null;
  /** Why it was paused, where no person did it. */
  error: Refusal | null;
  resume: () => Promise<Answer<void>>;
  stop: () => Promise<Answer<void>>;
}

/** An import that somebody holds while its contacts are written: how far it came, and the way on. */
export function PausedImport({ progress, error, resume, stop }: Props) {
  const t = useTranslations('progress');
  const { pending, refusal, run } = useAnswer();
  const { done, total } = progress ?? { done: 0, total: null };
  const counted = total ? t('done', { done, total }) : t('doneUnknown', { done });
  return (
    <Stack gap="md" maw="48rem">
      <Title order={2}>{t('pausedTitle')}</Title>
      <RefusalAlert refusal={error} title={t('failedTitle')} />
      {total !== null && (
        <>
          <Progress value={(100 * done) / total} color="gray" size="lg" aria-label={counted} />
          <Text fw={600} className="figures">
            {counted}
          </Text>
        </>
      )}
      <Text>{t('pausedText')}</Text>
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button loading={pending} onClick={() => run(resume)}>
          {t('resume')}
        </Button>
        <StopImport stop={stop} />
      </Group>
    </Stack>
  );
}
