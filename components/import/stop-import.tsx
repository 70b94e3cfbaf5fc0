'use client';

import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

/** Ends the writing half-way, after saying what stays. */
export function StopImport({ stop }: { stop: () => Promise<Answer<void>> }) {
  const t = useTranslations('progress');
  const [opened, { open, close }] = useDisclosure();
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('stop')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('stopTitle')}>
        <Text>{t('stopText')}</Text>
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('stopNot')}
          </Button>
          <Button loading={pending} onClick={() => run(stop, close)}>
            {t('stopYes')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
