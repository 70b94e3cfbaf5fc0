'use client';

import { Button, SimpleGrid, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Page } from '@/components/ui/page';
import type { InstitutionMenuProps } from './institution-menu';

/** Shown in place of any page until staff have chosen where to work. */
export function ChooseInstitution({ institutions, enter }: Pick<InstitutionMenuProps, 'institutions' | 'enter'>) {
  const t = useTranslations('shell');
  const [pending, start] = useTransition();
  return (
    <Page title={t('chooseTitle')} lead={t('chooseLead')}>
      {institutions.length === 0 && <Text>{t('chooseEmpty')}</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {institutions.map(({ id, name }) => (
          <Button key={id} variant="default" size="lg" disabled={pending} onClick={() => start(() => enter(id))}>
            {t('enter', { name })}
          </Button>
        ))}
      </SimpleGrid>
    </Page>
  );
}
