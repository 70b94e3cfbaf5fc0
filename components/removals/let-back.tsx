'use client';

import { Button, Group, Radio, RadioGroup, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { LET_BACK_BASES, type LetBackBasis } from './removal-shapes';

const REASON_LETTERS = 10;

export interface TypedLetBack {
  basis: LetBackBasis;
  reason: string;
}

interface Props {
  /** That are held because of somebody who was erased. */
  rows: number;
  letBack: (typed: TypedLetBack) => Promise<Answer<void>>;
}

/** Says that rows are about people who were erased, and lets them come back where somebody names a lawful ground. */
export function LetBack({ rows, letBack }: Props) {
  const t = useTranslations('removals.letBack');
  const ui = useTranslations('ui');
  const [opened, { open, close }] = useDisclosure();
  const [basis, setBasis] = useState<LetBackBasis | null>(null);
  const [reason, setReason] = useState('');
  const { pending, refusal, run } = useAnswer();
  const isComplete = basis !== null && reason.trim().length >= REASON_LETTERS;
  return (
    <Callout tone="care" icon="held" title={t('title', { rows })}>
      <Stack gap="sm" align="flex-start">
        <Text>{t('text')}</Text>
        <Button variant="default" onClick={open}>
          {t('open')}
        </Button>
      </Stack>
      <Dialog opened={opened} onClose={close} title={t('dialog')}>
        <Text>{t('about')}</Text>
        <RadioGroup label={t('basis')} value={basis} onChange={(value) => setBasis(value as LetBackBasis)}>
          <Stack gap="xs" mt="xs">
            {LET_BACK_BASES.map((value) => (
              <Radio key={value} value={value} label={t(`bases.${value}`)} />
            ))}
          </Stack>
        </RadioGroup>
        <Textarea
          label={t('reason')}
          description={t('reasonAbout')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {ui('cancel')}
          </Button>
          <Button loading={pending} disabled={!isComplete} onClick={() => basis && run(() => letBack({ basis, reason }), close)}>
            {t('send')}
          </Button>
        </Group>
      </Dialog>
    </Callout>
  );
}
