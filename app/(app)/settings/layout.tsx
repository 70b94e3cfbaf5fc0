import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SettingsNavigation } from '@/components/settings/settings-navigation';
import { Page } from '@/components/ui/page';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('settings');
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <SettingsNavigation />
      {children}
    </Page>
  );
}
