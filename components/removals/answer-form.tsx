'use client';

import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

const LEAST_LETTERS = 3;

/** Answers an approver's question. */
export function AnswerForm({ answer }: { answer: (text: string) => Promise<Answer<void>> }) {
  const t = useTranslations('approval.answer');
  const [text, setText] = useState('');
  const { pending, refusal, run } = useAnswer();
  return (
    <Stack component="section" gap="sm" maw="42rem">
      <Title order={3} fz="lg">
        {t('title')}
      </Title>
      <Textarea label={t('text')} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={1000} autosize minRows={2} />
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button loading={pending} disabled={text.trim().length < LEAST_LETTERS} onClick={() => run(() => answer(text))}>
          {t('send')}
        </Button>
      </Group>
    </Stack>
  );
}
