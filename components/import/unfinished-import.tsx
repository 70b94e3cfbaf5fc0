'use client';

import { Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Answer, Refusal } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  /** Why it ended half-way, where no person stopped it. */
  error: Refusal | null;
  /** Rows that were not imported. */
  left: number;
  finish: () => Promise<Answer<void>>;
}

/** Says that an import ended half-way, what stays as it is, and the way on. */
export function UnfinishedImport({ error, left, finish }: Props) {
  const t = useTranslations('result');
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <RefusalAlert refusal={error} title={t('brokenOff')} />
      <Callout tone="care" icon="skipped" title={t('unfinished')}>
        <Text mb="sm">{t('unfinishedText', { count: left })}</Text>
        <RefusalAlert refusal={refusal} />
        <Group>
          <Button loading={pending} onClick={() => run(finish)}>
            {t('finish')}
          </Button>
        </Group>
      </Callout>
    </>
  );
}
