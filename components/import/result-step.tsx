'use client';

import { Group, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Environment } from '@/components/ui/environment-badge';
import { LinkButton } from '@/components/ui/link-button';
import { BucketBar } from './bucket-bar';
import type { ImportCounts } from './import-shapes';
import { Ledger } from './ledger';

interface Props {
  importId: number;
  environment: Environment;
  counts: ImportCounts;
  balanced: boolean | null;
  /** ISO text. */
  appliedAt: string | null;
  /** What can be done about rows that met a changed contact. */
  replan: ReactNode;
}

/** What came of the rows: the ledger that balances, each number leading to its rows. */
export function ResultStep({ importId, environment, counts, balanced, appliedAt, replan }: Props) {
  const t = useTranslations('result');
  const place = useTranslations('ui.environments')(environment);
  const format = useFormatter();
  return (
    <Stack gap="xl" maw="52rem">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <Text>{t('sentence', { created: counts.created, updated: counts.updated, environment: place })}</Text>
        {appliedAt && <Text c="dimmed">{t('when', { date: format.dateTime(new Date(appliedAt), { dateStyle: 'long', timeStyle: 'short' }) })}</Text>}
      </Stack>
      <BucketBar importId={importId} counts={counts} />
      <Ledger importId={importId} counts={counts} balanced={balanced} />
      {replan}
      <Group>
        <LinkButton href={`/contacts?environment=${environment}`}>{t('contacts')}</LinkButton>
        <LinkButton variant="default" href="/imports/new">
          {t('another')}
        </LinkButton>
      </Group>
    </Stack>
  );
}
