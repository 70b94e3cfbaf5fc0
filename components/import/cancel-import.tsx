'use client';

import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ImportKind } from './import-shapes';

/** Gives an import up, after asking. */
export function CancelImport({ kind, cancel }: { kind: ImportKind; cancel: () => Promise<Answer<void>> }) {
  const t = useTranslations('read');
  const [opened, { open, close }] = useDisclosure();
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <Button variant="subtle" color="gray" c="inherit" onClick={open}>
        {t('cancelImport', { kind })}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('cancelTitle', { kind })}>
        <Text>{t('cancelText', { kind })}</Text>
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('keep')}
          </Button>
          <Button loading={pending} onClick={() => run(cancel, close)}>
            {t('cancelImport', { kind })}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
