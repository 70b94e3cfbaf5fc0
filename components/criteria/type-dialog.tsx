'use client';

import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { CODE_LENGTH, type DefinedValue, LAST_RANK } from '@/lib/engine';
import type { TypedType } from './criteria-shapes';

interface Props {
  /** Null for a new one, which goes to the end of the list. */
  type: DefinedValue | null;
  close: () => void;
  save: (typed: TypedType) => Promise<Answer<void>>;
}

/** A structure type: its code, which stays once it is there, its labels and its place. */
export function TypeDialog({ type, close, save }: Props) {
  const t = useTranslations('criteria');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState<TypedType>(
    type ? { code: type.value, isNew: false, labels: type.labels, rank: type.rank } : { code: '', isNew: true, labels: {} },
  );
  const { pending, refusal, run } = useAnswer();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => save(typed), close);
  };
  return (
    <Dialog opened onClose={close} title={type ? t('changeOf', { name: type.value }) : t('newType')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('columns.code')}
            description={t('codeAbout')}
            required={typed.isNew}
            readOnly={!typed.isNew}
            data-autofocus
            maxLength={CODE_LENGTH}
            value={typed.code}
            onChange={(event) => setTyped({ ...typed, code: event.currentTarget.value })}
          />
          {(['en', 'fr'] as const).map((language) => (
            <TextInput
              key={language}
              label={t(`labels.${language}`)}
              maxLength={200}
              value={typed.labels[language] ?? ''}
              onChange={(event) => setTyped({ ...typed, labels: { ...typed.labels, [language]: event.currentTarget.value } })}
            />
          ))}
          {typed.rank !== undefined && (
            <NumberInput
              label={t('columns.rank')}
              min={0}
              max={LAST_RANK}
              clampBehavior="strict"
              allowDecimal={false}
              value={typed.rank}
              onChange={(rank) => typeof rank === 'number' && setTyped({ ...typed, rank })}
            />
          )}
          <RefusalAlert refusal={refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
