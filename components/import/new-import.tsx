'use client';

import { Radio, RadioGroup, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { Environment } from '@/components/ui/environment-badge';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { TextLink } from '@/components/ui/text-link';
import { useAnswer } from '@/components/ui/use-answer';
import { useSizes } from '@/components/ui/use-sizes';
import { FileDrop } from './file-drop';
import { keepFile } from './pending-file';
import { usePastedTable } from './use-pasted-table';

interface Props {
  limits: { fileBytes: number; rows: number; columns: number };
  /** What is asked of the environment, where it is not where contacts go. */
  question?: string;
  create: (file: { fileName: string; size: number; environment: Environment }) => Promise<Answer<{ importId: number }>>;
}

/** Where to, which file, and what the limits are before anything is sent. */
export function NewImport({ limits, question, create }: Props) {
  const t = useTranslations('upload');
  const format = useFormatter();
  const { fileSize } = useSizes();
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  const [environment, setEnvironment] = useState<Environment>('PP');
  const begin = (file: File) =>
    run(
      () => create({ fileName: file.name, size: file.size, environment }),
      ({ importId }) => {
        keepFile(importId, file);
        router.push(`/imports/${importId}/upload`);
      },
    );
  usePastedTable(t('pastedName'), begin);
  const { rows, columns } = limits;
  return (
    <Stack gap="xl" maw="48rem">
      <RadioGroup label={question ?? t('environment')} value={environment} onChange={(value) => setEnvironment(value === 'P' ? 'P' : 'PP')}>
        <Stack gap="sm" mt="sm">
          <Radio value="PP" label={t('environmentPP')} />
          <Radio value="P" label={t('environmentP')} />
        </Stack>
      </RadioGroup>
      <FileDrop maxBytes={limits.fileBytes} loading={pending} onFile={begin} hint={t('paste')} />
      <RefusalAlert refusal={refusal} />
      <Text c="dimmed">
        {t('limits', { size: fileSize(limits.fileBytes), rows: format.number(rows), columns: format.number(columns) })}{' '}
        <TextLink href="/formats">{t('formats')}</TextLink>
      </Text>
    </Stack>
  );
}
