'use client';

import { Select, TableTd, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ColumnKey, ColumnProfile, Suggestion } from '@/lib/engine';
import classes from './map-step.module.css';

interface Props {
  profile: ColumnProfile;
  suggestion: Suggestion;
  field: ColumnKey | null;
  options: { group: string; items: { value: string; label: string }[] }[];
  /** Takes the code of a field; null leaves the column out. */
  choose: (code: string | null) => void;
}

/** One column of the file: what it holds, and the field it goes to. */
export function ColumnChoice({ profile, suggestion, field, options, choose }: Props) {
  const t = useTranslations('map');
  const read = useTranslations('read');
  const format = useFormatter();
  const name = profile.header || read('unnamed', { number: profile.index + 1 });
  const rate = format.number(profile.rows > 0 ? profile.filled / profile.rows : 0, { style: 'percent' });
  return (
    <TableTr className={classes.column}>
      <TableTd>
        <Text fw={600} className={classes.header}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {t('filledRate', { rate })}
        </Text>
      </TableTd>
      <TableTd>
        {profile.samples.length === 0 ? (
          <Text c="dimmed">{t('noSamples')}</Text>
        ) : (
          <ul className={classes.samples}>
            {profile.samples.slice(0, 4).map((sample) => (
              <li key={sample}>{sample}</li>
            ))}
          </ul>
        )}
      </TableTd>
      <TableTd>
        <Select
          aria-label={t('fieldOf', { column: name })}
          placeholder={t('noField')}
          nothingFoundMessage={t('noOption')}
          data={options}
          value={field}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('noField') }}
          comboboxProps={{ withinPortal: false }}
          withScrollArea={false}
          classNames={{ options: classes.options }}
          onChange={choose}
        />
        <Text size="sm" c="dimmed" mt={4}>
          {t(`reasons.${field === suggestion.field ? suggestion.reason : 'chosen'}`)}
        </Text>
      </TableTd>
    </TableTr>
  );
}
