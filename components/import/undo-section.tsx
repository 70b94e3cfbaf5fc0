'use client';

import { Button, Group, Radio, RadioGroup, Stack, Text, TextInput, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ImportKind, UndoOffer, UndoScope } from './import-shapes';
import { rowRanges } from './row-ranges';

interface Props {
  kind: ImportKind;
  offer: UndoOffer;
  /** null for those who may not undo. */
  undo: ((scope: UndoScope) => Promise<Answer<{ importId: number }>>) | null;
}

/** What of an import can be taken back, until when, and the way to see it before it is done. */
export function UndoSection({ kind, offer, undo }: Props) {
  const t = useTranslations('undo');
  const format = useFormatter();
  const date = format.dateTime(new Date(offer.until), { dateStyle: 'long' });
  return (
    <Stack component="section" id="undo" gap="md">
      <Title order={3} fz="lg">
        {t(kind === 'undo' ? 'titleRedo' : 'title')}
      </Title>
      <Text maw="70ch">{undo ? t(kind === 'undo' ? 'leadRedo' : 'lead', { date }) : t('forManagers', { date })}</Text>
      {undo && <UndoForm kind={kind} offer={offer} undo={undo} />}
    </Stack>
  );
}

type What = UndoScope['what'];

function UndoForm({ kind, offer: { created, updated, removed }, undo }: Props & { undo: NonNullable<Props['undo']> }) {
  const t = useTranslations('undo');
  const router = useRouter();
  const [what, setWhat] = useState<What>('all');
  const [typed, setTyped] = useState('');
  const { pending, refusal, run } = useAnswer();
  const rows = rowRanges(typed);
  const whole = created + removed;
  const labels: Record<What, string> = {
    all: t('all'),
    contacts: created > 0 ? t('contactsCreated', { count: created }) : t('contactsRemoved', { count: removed }),
    fields: t('fields', { count: updated }),
  };
  const preview = () =>
    run(
      () => undo({ what, ...(rows && rows.length > 0 && { rows }) }),
      ({ importId }) => router.push(`/imports/${importId}`),
    );
  return (
    <>
      {whole > 0 && updated > 0 && (
        <RadioGroup label={t('what')} value={what} onChange={(value) => setWhat(value as What)}>
          <Stack gap="xs" mt="xs">
            {(Object.keys(labels) as What[]).map((value) => (
              <Radio key={value} value={value} label={labels[value]} />
            ))}
          </Stack>
        </RadioGroup>
      )}
      <TextInput
        label={t('rows')}
        description={t('rowsHint')}
        value={typed}
        error={rows === null && t('rowsWrong')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw="24rem"
      />
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button variant="default" loading={pending} disabled={rows === null} onClick={preview}>
          {t(kind === 'undo' ? 'previewRedo' : 'preview')}
        </Button>
      </Group>
    </>
  );
}
