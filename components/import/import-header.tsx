'use client';

import { Group, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { RemovalMark } from '@/components/removals/removal-mark';
import type { Answer } from '@/components/ui/answer';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { CancelImport } from './cancel-import';
import type { ImportDetail } from './import-shapes';
import { ImportStatus } from './import-status';
import { UndoLinks } from './undo-links';
import { useImportName } from './use-import-name';

interface Props
  extends Pick<
    ImportDetail,
    'kind' | 'purpose' | 'approval' | 'undoes' | 'undoneBy' | 'fileName' | 'environment' | 'state' | 'createdByName' | 'createdAt'
  > {
  /** Whether its file differs from the last one of its recipe, and nobody accepted that. */
  held: boolean;
  cancel: () => Promise<Answer<void>>;
}

/** States in which it is too late to cancel: contacts have been written, or may have been. */
const BEGUN: readonly ImportDetail['state'][] = ['applying', 'paused', 'stopped', 'applied', 'cancelled'];

/** Which file, where to, by whom, and how it stands: the same above every step. */
export function ImportHeader({
  kind,
  purpose,
  approval,
  undoes,
  undoneBy,
  fileName,
  environment,
  state,
  createdByName,
  createdAt,
  held,
  cancel,
}: Props) {
  const t = useTranslations('read');
  const nameOf = useImportName();
  const format = useFormatter();
  const date = format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Group justify="space-between" align="flex-start" mb="xl">
      <Stack gap={6}>
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {nameOf({ kind, fileName })}
        </Title>
        <Group gap="md">
          <EnvironmentBadge environment={environment} />
          {purpose === 'removal' && <RemovalMark />}
          <ImportStatus {...{ state, purpose, approval, held }} />
          <Text c="dimmed">{createdByName ? t('by', { name: createdByName, date }) : date}</Text>
        </Group>
        <UndoLinks undoes={undoes} undoneBy={undoneBy} />
      </Stack>
      {!BEGUN.includes(state) && <CancelImport kind={kind} cancel={cancel} />}
    </Group>
  );
}
