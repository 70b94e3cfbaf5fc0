'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import type { ImportGlance } from './import-shapes';
import { useFollowedImport } from './use-followed-import';

interface Props {
  first: ImportGlance;
  look: () => Promise<Answer<ImportGlance>>;
}

/** Says that the rest of the file is still being read, and how far; gone when it has been. */
export function StillReading({ first, look }: Props) {
  const t = useTranslations();
  const { progress } = useFollowedImport(first, look);
  return (
    <Text c="dimmed">
      {t('read.stillReading')} {progress && t('progress.doneUnknown', { done: progress.done })}
    </Text>
  );
}
