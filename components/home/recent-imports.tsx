import { Group, Stack, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ImportListItem } from '@/components/import/import-shapes';
import { ImportTable } from '@/components/imports/import-table';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';

/** The last imports with state and sums, or how to begin. */
export function RecentImports({ items }: { items: ImportListItem[] }) {
  const t = useTranslations('home');
  if (items.length === 0) {
    return (
      <Empty title={t('empty')} text={t('emptyText')}>
        <LinkButton href="/imports/new">{t('add.title')}</LinkButton>
      </Empty>
    );
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{t('recent')}</Title>
        <TextLink href="/imports">{t('allImports')}</TextLink>
      </Group>
      <ImportTable items={items} />
    </Stack>
  );
}
