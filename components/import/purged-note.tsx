'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';

/** Says that rows and values are gone, since when, and what remains; draws nothing while they are there. */
export function PurgedNote({ purgedAt }: { purgedAt: string | null }) {
  const t = useTranslations('result');
  const format = useFormatter();
  if (purgedAt === null) return null;
  return (
    <Callout tone="care" icon="warning">
      {t('purged', { date: format.dateTime(new Date(purgedAt), { dateStyle: 'long' }) })}
    </Callout>
  );
}
