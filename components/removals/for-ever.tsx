'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Status } from '@/components/ui/status';
import { countIrreversible, type RemovalFigures } from './removal-shapes';

/** Says plainly what of a plan nobody can bring back. */
export function ForEver({ figures }: { figures: Pick<RemovalFigures, 'perOperation' | 'total'> }) {
  const t = useTranslations('removals.plan');
  const count = countIrreversible(figures);
  if (count > 0)
    return (
      <Callout tone="bad" icon="warning" title={t('forEver')}>
        {t('forEverText', { count })}
      </Callout>
    );
  return figures.total > 0 ? (
    <Status tone="good" icon="before">
      {t('allReversible')}
    </Status>
  ) : null;
}
