'use client';

import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';

/** Says of an import that it removes. */
export function RemovalMark() {
  const t = useTranslations('removals');
  return (
    <Status tone="bad" icon="removed">
      {t('mark')}
    </Status>
  );
}
