'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

const TICK_MS = 2_000;
const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

interface Props {
  /** ISO text. */
  runNotBefore: string;
  /** null for those who may not. */
  cancel: (() => Promise<Answer<void>>) | null;
}

/** The time until an approved removal begins by itself, and the way to stop it before. */
export function WaitingRun({ runNotBefore, cancel }: Props) {
  const t = useTranslations('approval.waiting');
  const format = useFormatter();
  const router = useRouter();
  const now = useNow({ updateInterval: TICK_MS });
  const { pending, refusal, run } = useAnswer();
  const due = new Date(runNotBefore);
  const minutes = Math.floor((due.getTime() - now.getTime()) / MINUTE_MS);
  const isDue = due <= now;
  useEffect(() => {
    // From then on its state moves without anybody: the page follows.
    if (!isDue) return;
    const timer = setInterval(() => router.refresh(), TICK_MS);
    return () => clearInterval(timer);
  }, [isDue, router]);
  const time = minutes < 1 ? t('soon') : t('hours', { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES });
  return (
    <Stack component="section" gap="sm">
      <Callout tone="busy" icon="waiting">
        <Title order={3} fz="lg">
          {t('title')}
        </Title>
        <Text fw={600} className="figures">
          {isDue ? t('now') : t('when', { date: format.dateTime(due, { dateStyle: 'long', timeStyle: 'short' }), time: time.trim() })}
        </Text>
        <Text>{t('text')}</Text>
      </Callout>
      <RefusalAlert refusal={refusal} />
      {cancel && (
        <Group>
          <Button variant="default" loading={pending} onClick={() => run(cancel)}>
            {t('cancel')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
