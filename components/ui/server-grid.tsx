'use client';

import { Loader, Text, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GridSections, SECTION_ROWS } from './grid-sections';
import { type GridColumn, GridTable } from './grid-table';
import { RefusalAlert } from './refusal-alert';
import { type LoadRows, useServerRows } from './use-server-rows';

interface Props<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  load: LoadRows<Row>;
  /** What `load` asks for, as one text: when it changes the grid starts anew. */
  filter: string;
  /** How many there are, in words. */
  count: (total: number) => string;
  /** Pixels of an ordinary row, before it is measured. */
  rowHeight?: number;
}

/** A table of any length: only the rows in view are drawn, and only those are fetched. Reached and scrolled by keyboard. */
export function ServerGrid<Row>({ label, columns, load, filter, count, rowHeight = 44 }: Props<Row>) {
  const t = useTranslations('ui');
  const [chosen, choose] = useState({ filter, section: 0 });
  const section = chosen.filter === filter ? chosen.section : 0;
  const { total, refusal, rowAt, need } = useServerRows(load, filter);
  return (
    <>
      <RefusalAlert refusal={refusal} />
      <Text role="status" c="dimmed" size="sm" mb="xs">
        {total === null && <Loader component="span" size="xs" aria-hidden />}
        {total === null ? <VisuallyHidden>{t('loading')}</VisuallyHidden> : count(total)}
      </Text>
      {total === 0 && !refusal && <Text>{t('nothingFound')}</Text>}
      <GridTable
        key={`${filter} ${section}`}
        label={label}
        columns={columns}
        total={total}
        first={section * SECTION_ROWS}
        rowAt={rowAt}
        need={need}
        rowHeight={rowHeight}
      />
      <GridSections total={total ?? 0} section={section} choose={(next) => choose({ filter, section: next })} />
    </>
  );
}
