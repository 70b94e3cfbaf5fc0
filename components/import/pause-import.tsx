'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { StopImport } from './stop-import';

interface Props {
  pause: () => Promise<Answer<void>>;
  stop: () => Promise<Answer<void>>;
}

/** What can be done while contacts are written: hold it, or end it half-way. */
export function PauseImport({ pause, stop }: Props) {
  const t = useTranslations('progress');
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button variant="default" loading={pending} onClick={() => run(pause)}>
          {t('pause')}
        </Button>
        <StopImport stop={stop} />
      </Group>
    </>
  );
}
