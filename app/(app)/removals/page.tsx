import { Text } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { show } from '@/app/acting';
import { NewImport } from '@/components/import/new-import';
import { InactivePeople } from '@/components/removals/inactive-people';
import { RemovePeople } from '@/components/removals/remove-people';
import { Page } from '@/components/ui/page';
import { LIMITS } from '@/lib/engine';
import { may } from '@/lib/server/actor';
import { getSettings } from '@/lib/server/institutions/get-settings';
import { inactiveRuleOf } from '@/lib/server/removals/inactive-rule';
import { createRemoval, simulate } from './actions';

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('removals'))('title') });

export default async function RemovalsPage() {
  const t = await getTranslations('removals');
  const mayRequest = await show(async (actor) => may(actor, 'removal.request'));
  const settings = await show((actor) => getSettings(actor));
  const rule = inactiveRuleOf(settings, new Date());
  const { fileBytes, rows, columns } = LIMITS;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RemovePeople>
        {mayRequest ? <NewImport limits={{ fileBytes, rows, columns }} question={t('where')} create={createRemoval} /> : <Text>{t('mayNot')}</Text>}
      </RemovePeople>
      <InactivePeople rule={rule} everyDays={settings.inactiveEveryDays ?? 0} simulate={mayRequest ? simulate : null} />
    </Page>
  );
}
