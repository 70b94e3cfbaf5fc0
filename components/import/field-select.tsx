'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ColumnKey } from '@/lib/engine';
import classes from './map-step.module.css';

export interface FieldSelectProps {
  label: string;
  options: { group: string; items: { value: string; label: string }[] }[];
  value: ColumnKey | null;
  /** Takes the code of a field; null leaves the column out. */
  choose: (code: string | null) => void;
}

/** The field that a column, or a part of one, goes to. */
export function FieldSelect({ label, options, value, choose }: FieldSelectProps) {
  const t = useTranslations('map');
  return (
    <Select
      aria-label={label}
      placeholder={t('noField')}
      nothingFoundMessage={t('noOption')}
      data={options}
      value={value}
      searchable
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('noField') }}
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      classNames={{ options: classes.options }}
      onChange={choose}
    />
  );
}
