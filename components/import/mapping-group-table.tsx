'use client';

import { Table, TableTbody, TableTh, TableThead, TableTr, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type ColumnKey, type ColumnProfile, type Mapping, oldFieldOf, type Suggestion } from '@/lib/engine';
import { ColumnChoice } from './column-choice';
import type { FieldOption } from './field-option';
import classes from './map-step.module.css';
import type { MappingGroup } from './mapping-groups';

interface Props {
  group: MappingGroup;
  columns: readonly { profile: ColumnProfile; suggestion: Suggestion }[];
  mapping: Mapping;
  fields: readonly FieldOption[];
  choose: (index: number, key: ColumnKey | null) => void;
}

/** The columns of one group with their fields; nothing where the group is empty. */
export function MappingGroupTable({ group, columns, mapping, fields, choose }: Props) {
  const t = useTranslations('map');
  const options = useOptions(fields);
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
            <ColumnChoice
              key={profile.index}
              profile={profile}
              suggestion={suggestion}
              field={mapping[profile.index] ?? null}
              options={options}
              choose={(code) => choose(profile.index, fields.find((field) => field.code === code)?.code ?? null)}
            />
          ))}
        </TableTbody>
      </Table>
    </section>
  );
}

/** The fields by group, as the choice of a column wants them. */
function useOptions(fields: readonly FieldOption[]) {
  const t = useTranslations('ui.groups');
  const map = useTranslations('map');
  return useMemo(() => {
    const groups = [...new Set(fields.map(({ group }) => group))];
    const nameOf = ({ code, label }: FieldOption) => {
      const old = oldFieldOf(code);
      return old ? `${map('atExport', { field: label })} · ${old}` : `${label} · ${code}`;
    };
    return groups.map((group) => ({
      group: t(group),
      items: fields.filter((field) => field.group === group).map((field) => ({ value: field.code, label: nameOf(field) })),
    }));
  }, [fields, t, map]);
}
