'use client';

import { Stack, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';

interface Props {
  importId: number;
  /** Contacts that get a yes where nobody had said so. */
  raised: number;
  /** Cells that would have turned a stored no into a yes, and did not. */
  kept: number;
  /** Cells that do, because the import was told to. */
  undone: number;
}

/** What the plan does to authorizations, apart from everything else. */
export function ConsentSection({ importId, raised, kept, undone }: Props) {
  const t = useTranslations('plan');
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {t('consent')}
      </Title>
      <Stack gap="xs">
        {kept > 0 && (
          <div>
            <Status tone="care" icon="warning">
              {t('consentKept', { count: kept })}
            </Status>{' '}
            <TextLink href={`/imports/${importId}/problems?issue=consent-raise`}>{t('consentRows')}</TextLink>
          </div>
        )}
        {undone > 0 && (
          <div>
            <Status tone="care" icon="warning">
              {t('consentUndone', { count: undone })}
            </Status>{' '}
            <TextLink href={`/imports/${importId}/problems?issue=consent-raised`}>{t('consentUndoneRows')}</TextLink>
          </div>
        )}
        {raised > 0 && (
          <Status tone="busy" icon="updated">
            {t('consentRaised', { count: raised })}
          </Status>
        )}
        {kept + undone + raised === 0 && (
          <Status tone="good" icon="done">
            {t('consentNone')}
          </Status>
        )}
      </Stack>
    </section>
  );
}
