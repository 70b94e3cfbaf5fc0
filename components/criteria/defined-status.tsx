'use client';

import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';

/** Whether a definition is in use, as colour, icon and word. */
export function DefinedStatus({ retired }: { retired: boolean }) {
  const t = useTranslations('criteria.status');
  return (
    <Status tone={retired ? 'quiet' : 'good'} icon={retired ? 'skipped' : 'done'}>
      {t(retired ? 'retired' : 'active')}
    </Status>
  );
}
