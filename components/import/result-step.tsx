'use client';

import { Group, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Environment } from '@/components/ui/environment-badge';
import { LinkButton } from '@/components/ui/link-button';
import { BucketBar } from './bucket-bar';
import type { ImportCounts, ImportKind } from './import-shapes';
import { Ledger } from './ledger';

interface Props {
  importId: number;
  kind: ImportKind;
  environment: Environment;
  counts: ImportCounts;
  balanced: boolean | null;
  /** ISO text. */
  appliedAt: string | null;
  /** What is to be said where it ended half-way. */
  unfinished?: ReactNode;
  /** How good the values are: of the file, and of the contacts written. */
  quality?: ReactNode;
  /** What can be taken back of it; nothing where nothing can. */
  undo: ReactNode;
  /** What can be done about rows that met a changed contact. */
  replan: ReactNode;
}

/** What came of the rows: the ledger that balances, each number leading to its rows. */
export function ResultStep({ importId, kind, environment, counts, balanced, appliedAt, unfinished, quality, undo, replan }: Props) {
  const t = useTranslations('result');
  const place = useTranslations('ui.environments')(environment);
  const undoTexts = useTranslations('undo');
  const format = useFormatter();
  const { created, updated, removed } = counts;
  const sentences = {
    file: () => t('sentence', { created, updated, environment: place }),
    undo: () => undoTexts('result', { removed, updated, environment: place }),
    redo: () => undoTexts('resultRedo', { created, updated, environment: place }),
  };
  return (
    <Stack gap="xl" maw="52rem">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <Text>{sentences[kind]()}</Text>
        {appliedAt && <Text c="dimmed">{t('when', { date: format.dateTime(new Date(appliedAt), { dateStyle: 'long', timeStyle: 'short' }) })}</Text>}
      </Stack>
      {unfinished}
      <BucketBar importId={importId} counts={counts} />
      <Ledger importId={importId} kind={kind} counts={counts} balanced={balanced} />
      {replan}
      <Group>
        <LinkButton href={`/contacts?environment=${environment}`}>{t('contacts')}</LinkButton>
        <LinkButton variant="default" href="/imports/new">
          {t('another')}
        </LinkButton>
      </Group>
      {undo}
      {quality}
    </Stack>
  );
}
