'use client';

import { Table, TableTbody, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ColumnProfile, Suggestion } from '@/lib/engine';
import { ColumnChoice, type ColumnContext } from './column-choice';
import classes from './map-step.module.css';
import type { MappingGroup } from './mapping-groups';

interface Props {
  group: MappingGroup;
  columns: readonly { profile: ColumnProfile; suggestion: Suggestion }[];
  context: ColumnContext;
}

/** The columns of one group with their fields; nothing where the group is empty. */
export function MappingGroupTable({ group, columns, context }: Props) {
  const t = useTranslations('map');
  if (columns.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="lg" id={`group-${group}`}>
        {t(group)} <span className={classes.count}>{columns.length}</span>
      </Title>
      <Text c="dimmed" mb="sm">
        {t(`${group}Lead`)}
      </Text>
      <Table verticalSpacing="sm" className={classes.columns} aria-labelledby={`group-${group}`}>
        <TableThead>
          <TableTr>
            <TableTh w="28%">{t('column')}</TableTh>
            <TableTh>{t('samples')}</TableTh>
            <TableTh w="34%">{t('field')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {columns.map(({ profile, suggestion }) => (
            <ColumnChoice key={profile.index} profile={profile} suggestion={suggestion} context={context} />
          ))}
        </TableTbody>
      </Table>
    </section>
  );
}
