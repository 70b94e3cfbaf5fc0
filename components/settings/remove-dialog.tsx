'use client';

import { Button, Group, Loader, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  title: string;
  /** What removing means; asked for when the dialog opens. */
  about: () => Promise<ReactNode>;
  close: () => void;
  remove: () => Promise<Answer<void>>;
}

/** Asks once more before something is removed, and says what depends on it. */
export function RemoveDialog({ title, about, close, remove }: Props) {
  const t = useTranslations('settings');
  const ui = useTranslations('ui');
  const [told, setTold] = useState<ReactNode>(null);
  const { pending, refusal, run } = useAnswer();
  useEffect(() => {
    let gone = false;
    about().then((text) => {
      if (!gone) setTold(text);
    });
    return () => {
      gone = true;
    };
  }, [about]);
  return (
    <Dialog opened onClose={close} title={title}>
      {told === null ? <Loader size="sm" aria-label={ui('loading')} /> : <Text>{told}</Text>}
      <RefusalAlert refusal={refusal} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          {ui('cancel')}
        </Button>
        <Button color="red" loading={pending} disabled={told === null} onClick={() => run(remove, close)}>
          {t('remove')}
        </Button>
      </Group>
    </Dialog>
  );
}
