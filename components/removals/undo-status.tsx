'use client';

import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { isReversible, type Operation } from './removal-shapes';

/** Whether an operation can be undone. */
export function UndoStatus({ operation }: { operation: Operation }) {
  const t = useTranslations('removals');
  return isReversible(operation) ? (
    <Status tone="good" icon="before">
      {t('reversible')}
    </Status>
  ) : (
    <Status tone="bad" icon="warning">
      {t('irreversible')}
    </Status>
  );
}
