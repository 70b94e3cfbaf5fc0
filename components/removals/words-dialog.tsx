'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

const LEAST_LETTERS = 3;

interface Props {
  /** On the button that opens it. */
  open: string;
  title: string;
  label: string;
  send: string;
  say: (text: string) => Promise<Answer<void>>;
}

/** A button that asks for words before it does anything. */
export function WordsDialog({ open: opener, title, label, send, say }: Props) {
  const ui = useTranslations('ui');
  const [opened, { open, close }] = useDisclosure();
  const [text, setText] = useState('');
  const { pending, refusal, run } = useAnswer();
  return (
    <>
      <Button variant="default" onClick={open}>
        {opener}
      </Button>
      <Dialog opened={opened} onClose={close} title={title}>
        <Textarea label={label} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={1000} autosize minRows={3} />
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {ui('cancel')}
          </Button>
          <Button loading={pending} disabled={text.trim().length < LEAST_LETTERS} onClick={() => run(() => say(text), close)}>
            {send}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
