'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
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
    <Callout tone="care" icon="before">
      {t('sameFile', { date })} <TextLink href={`/imports/${importId}`}>{t('sameFileLink')}</TextLink>
    </Callout>
  );
}
