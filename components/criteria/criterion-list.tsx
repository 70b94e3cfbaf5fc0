'use client';

import { Checkbox, Code, Group, TableTd, TableTr, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Empty } from '@/components/ui/empty';
import { ScrollTable } from '@/components/ui/scroll-table';
import { TextLink } from '@/components/ui/text-link';
import { type DefinedCriterion, hasValues } from '@/lib/engine';
import classes from './criteria.module.css';
import { DefinedStatus } from './defined-status';
import { matches } from './matches';

interface Props {
  criteria: readonly DefinedCriterion[];
  language: 'en' | 'fr';
}

const COLUMNS = ['code', 'name', 'type', 'scope', 'values', 'state'] as const;

/** All criteria, found by code, name, label or value; retired ones only when they are asked for. */
export function CriterionList({ criteria, language }: Props) {
  const t = useTranslations('criteria');
  const [search, setSearch] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const shown = criteria.filter(
    ({ code, name, labels, values, retired }) =>
      (withRetired || !retired) && matches(search, [code, name, ...Object.values(labels), ...values.map(({ value }) => value)]),
  );
  if (criteria.length === 0) return <Empty title={t('none')} text={t('noneText')} />;
  return (
    <div>
      <Title order={2} fz="lg" mb="sm">
        {t('criteria')}
      </Title>
      <Group gap="lg" align="flex-end" mb="md">
        <TextInput
          label={t('search')}
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={{ base: '100%', xs: 320 }}
        />
        <Checkbox label={t('withRetired')} checked={withRetired} onChange={(event) => setWithRetired(event.currentTarget.checked)} mb={8} />
      </Group>
      <Text aria-live="polite" c="dimmed" mb="xs">
        {t('shown', { count: shown.length, total: criteria.length })}
      </Text>
      <ScrollTable label={t('criteria')} minWidth={720} columns={COLUMNS.map((column) => t(`columns.${column}`))}>
        {shown.map((criterion) => (
          <CriterionRow key={criterion.code} criterion={criterion} language={language} />
        ))}
      </ScrollTable>
    </div>
  );
}

function CriterionRow({ criterion, language }: { criterion: DefinedCriterion; language: 'en' | 'fr' }) {
  const t = useTranslations('criteria');
  const { code, name, labels, type, scope, values, retired } = criterion;
  const label = labels[language];
  return (
    <TableTr>
      <TableTd className={classes.code}>
        <Code>{code}</Code>
      </TableTd>
      <TableTd className={classes.word}>
        <TextLink href={`/criteria/criterion/${encodeURIComponent(code)}`}>{name || code}</TextLink>
        {label && label !== name && (
          <Text size="sm" c="dimmed">
            {label}
          </Text>
        )}
      </TableTd>
      <TableTd>{t(`types.${type}`)}</TableTd>
      <TableTd>{t(`scopes.${scope}`)}</TableTd>
      <TableTd>{hasValues(type) ? values.filter((value) => !value.retired).length : ''}</TableTd>
      <TableTd>
        <DefinedStatus retired={retired} />
      </TableTd>
    </TableTr>
  );
}
