'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';

export type Environment = 'PP' | 'P';

/** Where contacts live. Production is filled, pre-production an outline: a difference that does not need colour. */
export function EnvironmentBadge({ environment }: { environment: Environment }) {
  const t = useTranslations('ui.environments');
  return (
    <Badge variant={environment === 'P' ? 'filled' : 'default'} radius="sm" tt="none" fw={500} size="lg" miw="max-content">
      {t(environment)}
    </Badge>
  );
}
