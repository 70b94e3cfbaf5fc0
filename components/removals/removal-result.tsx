'use client';

import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BucketBar } from '@/components/import/bucket-bar';
import type { ImportCounts } from '@/components/import/import-shapes';
import { Ledger } from '@/components/import/ledger';
import type { Environment } from '@/components/ui/environment-badge';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';

interface Props {
  importId: number;
  environment: Environment;
  counts: ImportCounts;
  balanced: boolean | null;
  /** ISO text. */
  appliedAt: string | null;
  /** Whether it took something away for ever. */
  isForEver: boolean;
  /** Whether its certificate was issued; null for those who may not have it, and where there will be none. */
  hasCertificate: boolean | null;
  /** What is to be said where it ended half-way. */
  unfinished: ReactNode;
  /** What can be taken back; nothing where nothing can. */
  undo: ReactNode;
  /** What can be done about rows that met a changed contact. */
  replan: ReactNode;
}

/** What came of a removal: the ledger that balances, the certificate, and what can be taken back. */
export function RemovalResult({ importId, environment, counts, balanced, appliedAt, isForEver, hasCertificate, unfinished, undo, replan }: Props) {
  const t = useTranslations('removals.result');
  const result = useTranslations('result');
  const place = useTranslations('ui.environments')(environment);
  const format = useFormatter();
  return (
    <Stack gap="xl" maw="52rem">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <Text>{t('sentence', { done: counts.updated + counts.removed, environment: place })}</Text>
        {appliedAt && (
          <Text c="dimmed">{result('when', { date: format.dateTime(new Date(appliedAt), { dateStyle: 'long', timeStyle: 'short' }) })}</Text>
        )}
      </Stack>
      {unfinished}
      <BucketBar importId={importId} counts={counts} />
      {hasCertificate !== null && <Certificate importId={importId} isIssued={hasCertificate} />}
      <Ledger importId={importId} kind="file" counts={counts} balanced={balanced} />
      {replan}
      {isForEver && (
        <Status tone="quiet" icon="note">
          {t('noUndo')}
        </Status>
      )}
      <Group>
        <LinkButton variant="default" href="/removals">
          {t('another')}
        </LinkButton>
      </Group>
      {undo}
    </Stack>
  );
}

function Certificate({ importId, isIssued }: { importId: number; isIssued: boolean }) {
  const t = useTranslations('removals.result');
  return (
    <Stack component="section" gap="xs">
      <Title order={3} fz="lg">
        {t('certificate')}
      </Title>
      <Text c="dimmed">{t(isIssued ? 'certificateLead' : 'certificateSoon')}</Text>
      {isIssued && (
        <Group gap="lg">
          <Anchor href={`/imports/${importId}/certificate?format=pdf`} download underline="always">
            {t('certificatePdf')}
          </Anchor>
          <Anchor href={`/imports/${importId}/certificate?format=json`} download underline="always">
            {t('certificateJson')}
          </Anchor>
        </Group>
      )}
    </Stack>
  );
}
