'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import type { Environment } from '@/components/ui/environment-badge';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { countIrreversible, type RemovalFigures } from './removal-shapes';
import { WordsDialog } from './words-dialog';

export interface Deciding {
  approve: () => Promise<Answer<void>>;
  refuse: (text: string) => Promise<Answer<void>>;
  ask: (text: string) => Promise<Answer<void>>;
}

interface Props extends Deciding {
  environment: Environment;
  plan: RemovalFigures;
  /** Between a yes and the run. */
  hours: number;
}

/** What an approver may say: yes, no in words, or a question. */
export function Decision({ environment, plan, hours, approve, refuse, ask }: Props) {
  const t = useTranslations('approval.decide');
  return (
    <Stack component="section" gap="md">
      <Title order={3} fz="lg">
        {t('title')}
      </Title>
      <Text>{t('hours', { hours })}</Text>
      <Group>
        <Approve {...{ environment, plan, approve }} />
        <WordsDialog open={t('ask')} title={t('askTitle')} label={t('askText')} send={t('askSend')} say={ask} />
        <WordsDialog open={t('refuse')} title={t('refuseTitle')} label={t('refuseText')} send={t('refuseSend')} say={refuse} />
      </Group>
    </Stack>
  );
}

function Approve({ environment, plan, approve }: Pick<Props, 'environment' | 'plan' | 'approve'>) {
  const t = useTranslations('approval.decide');
  const ui = useTranslations('ui');
  const [opened, { open, close }] = useDisclosure();
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <Button color="red.9" onClick={open}>
        {t('approve', { total: plan.total })}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('approveTitle')}>
        <Text>{t('approveText', { environment: ui(`environments.${environment}`), irreversible: countIrreversible(plan) })}</Text>
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {ui('cancel')}
          </Button>
          <Button color="red.9" loading={pending} onClick={() => run(approve, close)}>
            {t('yes')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
