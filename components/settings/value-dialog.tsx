'use client';

import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/dialog';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ListedValueItem } from './settings-shapes';

/** What is typed about a value. */
export type TypedValue = Pick<ListedValueItem, 'code' | 'labels' | 'rank'>;

interface Props {
  title: string;
  /** The value that is changed; null for a new one, which goes to the end of its list. */
  value: ListedValueItem | null;
  close: () => void;
  save: (typed: TypedValue) => Promise<Answer<void>>;
}

const EMPTY: TypedValue = { code: '', labels: {}, rank: 0 };

/** A value of a list: its code, which stays once it is there, its labels and its place. */
export function ValueDialog({ title, value, close, save }: Props) {
  const t = useTranslations('settings.lists');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState<TypedValue>(value ?? EMPTY);
  const { pending, refusal, run } = useAnswer();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => save(typed), close);
  };
  const label = (language: 'en' | 'fr') => (
    <TextInput
      label={t(`label.${language}`)}
      maxLength={100}
      value={typed.labels[language] ?? ''}
      onChange={(event) => setTyped({ ...typed, labels: { ...typed.labels, [language]: event.currentTarget.value } })}
    />
  );
  return (
    <Dialog opened onClose={close} title={title}>
      <form onSubmit={submit}>
        <TextInput
          label={t('code')}
          description={t('codeAbout')}
          required
          maxLength={200}
          data-autofocus
          value={typed.code}
          readOnly={value !== null}
          onChange={(event) => setTyped({ ...typed, code: event.currentTarget.value })}
        />
        {label('en')}
        {label('fr')}
        {value && (
          <NumberInput
            label={t('rank')}
            min={0}
            max={9999}
            allowDecimal={false}
            value={typed.rank}
            onChange={(rank) => typeof rank === 'number' && setTyped({ ...typed, rank })}
          />
        )}
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
