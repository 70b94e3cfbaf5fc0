'use client';

import { Group, Pagination, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/components/ui/use-address';

interface Props {
  page: number;
  pageCount: number;
  total: number;
}

/** How many imports there are, and the way to the others. */
export function ImportPages({ page, pageCount, total }: Props) {
  const t = useTranslations('imports');
  const { change } = useAddress();
  return (
    <Group justify="space-between" mt="md">
      <Text c="dimmed" role="status">
        {t('count', { count: total })}
      </Text>
      {pageCount > 1 && (
        <nav aria-label={t('pages')}>
          <Pagination
            value={page}
            total={pageCount}
            onChange={(next) => change({ page: String(next) })}
            getControlProps={(control) => ({ 'aria-label': t(`pageControls.${control}`) })}
          />
        </nav>
      )}
    </Group>
  );
}
