'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { GridColumn } from '@/components/ui/grid-table';
import { ServerGrid } from '@/components/ui/server-grid';
import { TextLink } from '@/components/ui/text-link';
import type { LoadRows } from '@/components/ui/use-server-rows';
import type { ListedContact } from './contact-shapes';
import { KindStatus } from './kind-status';

interface Props {
  /** What `load` asks for, as one text. */
  filter: string;
  load: LoadRows<ListedContact>;
}

/** The contacts that fit the filters, as many as there are. */
export function ContactGrid({ filter, load }: Props) {
  const t = useTranslations('contacts');
  const format = useFormatter();
  const columns = useMemo<GridColumn<ListedContact>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: 'minmax(14rem, 2fr)',
        cell: ({ id, name }) => <TextLink href={`/contacts/${id}`}>{name ?? t('noName')}</TextLink>,
      },
      { id: 'kind', header: t('kind'), width: '9rem', cell: ({ kind }) => <KindStatus kind={kind} /> },
      { id: 'number', header: t('number'), width: '8rem', figures: true, cell: ({ number }) => number },
      { id: 'email', header: t('email'), width: 'minmax(14rem, 2fr)', cell: ({ email }) => email },
      { id: 'town', header: t('town'), width: 'minmax(9rem, 1fr)', cell: ({ town }) => town },
      {
        id: 'updated',
        header: t('updated'),
        width: '9rem',
        cell: ({ updatedAt }) => format.dateTime(new Date(updatedAt), { dateStyle: 'medium' }),
      },
    ],
    [t, format],
  );
  return <ServerGrid count={(total) => t('count', { count: total })} label={t('list')} columns={columns} load={load} filter={filter} />;
}
