'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';

interface Props {
  undoes: number | null;
  undoneBy: number | null;
}

/** Which import this one takes back, and which one took it back. Draws nothing where there is neither. */
export function UndoLinks({ undoes, undoneBy }: Props) {
  const t = useTranslations('undo');
  if (undoes === null && undoneBy === null) return null;
  return (
    <Group gap="md">
      {undoes !== null && <TextLink href={`/imports/${undoes}`}>{t('takesBack', { id: undoes })}</TextLink>}
      {undoneBy !== null && <TextLink href={`/imports/${undoneBy}`}>{t('undoneBy', { id: undoneBy })}</TextLink>}
    </Group>
  );
}
