'use client';

import { Alert } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';

interface Props {
  importId: number;
  /** ISO text. */
  appliedAt: string;
}

/** This very file came before: says when, and leads there. */
export function SameFile({ importId, appliedAt }: Props) {
  const t = useTranslations('read');
  const date = useFormatter().dateTime(new Date(appliedAt), { dateStyle: 'long' });
  return (
    <Alert variant="outline" color="yellow" icon={<IconHistory aria-hidden />}>
      {t('sameFile', { date })} <TextLink href={`/imports/${importId}`}>{t('sameFileLink')}</TextLink>
    </Alert>
  );
}
