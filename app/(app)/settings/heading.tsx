import { Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

type SettingsPageName = 'lists' | 'salutations' | 'numbers' | 'rules' | 'recipes' | 'removals' | 'audit';

/** The title of a page of the settings, for its tab. */
export const settingsTitle = async (page: SettingsPageName): Promise<Metadata> => ({ title: (await getTranslations('settings.pages'))(page) });

/** What a page of the settings is for. */
export async function SettingsHeading({ page }: { page: SettingsPageName }) {
  const t = await getTranslations('settings');
  return (
    <>
      <Title order={2} mb={4}>
        {t(`pages.${page}`)}
      </Title>
      <Text c="dimmed" maw="70ch" mb="xl">
        {t(`about.${page}`)}
      </Text>
    </>
  );
}
