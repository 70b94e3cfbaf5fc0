'use client';

import { TableTd, TableTr } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Empty } from '@/components/ui/empty';
import { ScrollTable } from '@/components/ui/scroll-table';
import { TextLink } from '@/components/ui/text-link';
import type { RecipeListItem } from './recipe-shapes';

const COLUMNS = ['name', 'columns', 'version', 'changed', 'used'] as const;

/** The recipes of the institution, each leading to its page. */
export function RecipeList({ recipes }: { recipes: readonly RecipeListItem[] }) {
  const t = useTranslations('recipes.list');
  const format = useFormatter();
  const dateOf = (time: string) => format.dateTime(new Date(time), { dateStyle: 'medium' });
  if (recipes.length === 0) return <Empty title={t('emptyTitle')} text={t('emptyText')} />;
  return (
    <ScrollTable label={t('label')} columns={COLUMNS.map((column) => t(column))} minWidth={640}>
      {recipes.map(({ id, name, columns, version, madeAt, madeByName, usedAt }) => (
        <TableTr key={id}>
          <TableTd style={{ overflowWrap: 'anywhere' }}>
            <TextLink href={`/settings/recipes/${id}`}>{name}</TextLink>
          </TableTd>
          <TableTd>{format.number(columns)}</TableTd>
          <TableTd>{format.number(version)}</TableTd>
          <TableTd>{madeByName ? t('by', { date: dateOf(madeAt), name: madeByName }) : dateOf(madeAt)}</TableTd>
          <TableTd>{usedAt ? dateOf(usedAt) : t('never')}</TableTd>
        </TableTr>
      ))}
    </ScrollTable>
  );
}
