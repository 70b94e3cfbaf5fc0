'use client';

import { useTranslations } from 'next-intl';
import { ListPages } from '@/components/ui/list-pages';

interface Props {
  page: number;
  pageCount: number;
  total: number;
}

/** How many imports there are, and the way to the others. */
export function ImportPages({ page, pageCount, total }: Props) {
  const t = useTranslations('imports');
  return <ListPages page={page} pageCount={pageCount} counted={t('count', { count: total })} label={t('pages')} />;
}
