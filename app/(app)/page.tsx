import { Stack } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { show } from '@/app/acting';
import { Intents } from '@/components/home/intents';
import { RecentImports } from '@/components/home/recent-imports';
import { Page } from '@/components/ui/page';
import { listImports } from '@/lib/server/imports/list-imports';

const RECENT = 6;

export default async function HomePage() {
  const t = await getTranslations('home');
  const { items } = await show((actor) => listImports(actor));
  return (
    <Page title={t('title')}>
      <Stack gap={56}>
        <Intents />
        <RecentImports items={items.slice(0, RECENT)} />
      </Stack>
    </Page>
  );
}
