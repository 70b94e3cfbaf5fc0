'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { FieldOrigin } from './contact-shapes';

/** The file and row that a value came with, leading to the import. */
export function Origin({ origin }: { origin: FieldOrigin | null }) {
  const t = useTranslations('contacts');
  const format = useFormatter();
  if (!origin) {
    return (
      <Text size="sm" c="dimmed">
        {t('noOrigin')}
      </Text>
    );
  }
  const { importId, fileName, row, at } = origin;
  return (
    <div>
      <TextLink size="sm" href={`/imports/${importId}`}>
        {t('origin', { file: fileName, row, date: format.dateTime(new Date(at), { dateStyle: 'medium' }) })}
      </TextLink>
    </div>
  );
}
