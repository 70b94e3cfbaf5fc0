'use client';

import { Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { ImportGlance } from './import-shapes';
import { useFollowedImport } from './use-followed-import';

interface Props {
  importId: number;
  first: ImportGlance;
  look: () => Promise<Answer<ImportGlance>>;
}

/** Says that the rest of the file is still being read, and how far; gone when it has been. A file of a recipe leads on from there: to its plan, or to what differs. */
export function StillReading({ importId, first, look }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const { state, progress, held } = useFollowedImport(first, look);
  const goesOn = held || state === 'planning' || state === 'planned';
  useEffect(() => {
    if (goesOn) router.replace(`/imports/${importId}`);
  }, [goesOn, router, importId]);
  return (
    <Text c="dimmed">
      {t('read.stillReading')} {progress && t('progress.doneUnknown', { done: progress.done })}
    </Text>
  );
}
