'use client';

import { Button, Group, Radio, RadioGroup, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { BASES, type Basis } from './removal-shapes';

const REASON_LETTERS = 10;

export interface TypedRequest {
  basis: Basis;
  reason: string;
  proof: string;
}

interface Props {
  total: number;
  /** What is to be typed. */
  proof: string;
  request: (typed: TypedRequest) => Promise<Answer<void>>;
}

/** Asks for the removal that was planned: on what ground, why, and typed proof that the plan was read. */
export function RequestForm({ total, proof, request }: Props) {
  const t = useTranslations('approval');
  const [basis, setBasis] = useState<Basis | null>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { pending, refusal, run } = useAnswer();
  const isComplete = basis !== null && reason.trim().length >= REASON_LETTERS && typed.trim() !== '';
  return (
    <Stack component="section" gap="lg" maw="42rem">
      <Stack gap={4}>
        <Title order={2}>{t('request.title')}</Title>
        <Text c="dimmed">{t('request.lead')}</Text>
      </Stack>
      <RadioGroup label={t('request.basis')} value={basis} onChange={(value) => setBasis(value as Basis)}>
        <Stack gap="xs" mt="xs">
          {BASES.map((value) => (
            <Radio key={value} value={value} label={t(`bases.${value}`)} />
          ))}
        </Stack>
      </RadioGroup>
      <Textarea
        label={t('request.reason')}
        description={t('request.reasonAbout')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
      />
      <TextInput
        label={t('request.proof', { proof })}
        description={t('request.proofAbout')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        maw="24rem"
      />
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button color="red.9" loading={pending} disabled={!isComplete} onClick={() => basis && run(() => request({ basis, reason, proof: typed }))}>
          {t('request.send', { total })}
        </Button>
      </Group>
    </Stack>
  );
}
