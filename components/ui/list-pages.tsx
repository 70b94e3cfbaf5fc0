'use client';

import { Group, Pagination, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useAddress } from './use-address';

interface Props {
  page: number;
  pageCount: number;
  /** How many there are, in words. */
  counted: string;
  /** What the pages are of. */
  label: string;
}

/** How many things a list has, and the way to its other pages. */
export function ListPages({ page, pageCount, counted, label }: Props) {
  const t = useTranslations('imports.pageControls');
  const { change } = useAddress();
  return (
    <Group justify="space-between" mt="md">
      <Text c="dimmed" role="status">
        {counted}
      </Text>
      {pageCount > 1 && (
        <nav aria-label={label}>
          <Pagination
            value={page}
            total={pageCount}
            onChange={(next) => change({ page: String(next) })}
            getControlProps={(control) => ({ 'aria-label': t(control) })}
          />
        </nav>
      )}
    </Group>
  );
}
