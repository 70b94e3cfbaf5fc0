'use client';

import { Button, PasswordInput, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  unlock: (password: string) => Promise<Answer<void>>;
  unlocked: () => void;
}

/** Asks for the password of a locked file. */
export function UnlockForm({ unlock, unlocked }: Props) {
  const t = useTranslations('read');
  const [password, setPassword] = useState('');
  const { pending, refusal, run } = useAnswer();
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(() => unlock(password), unlocked);
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm" maw="24rem" align="flex-start">
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="off"
          required
          w="100%"
        />
        <RefusalAlert refusal={refusal} />
        <Button type="submit" loading={pending} disabled={password === ''}>
          {t('unlock')}
        </Button>
      </Stack>
    </form>
  );
}
