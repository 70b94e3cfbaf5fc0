'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Answer } from '@/components/ui/answer';
import { BucketStatus } from '@/components/ui/bucket-status';
import type { GridColumn } from '@/components/ui/grid-table';
import { ServerGrid } from '@/components/ui/server-grid';
import { LEVEL_LOOK, Status } from '@/components/ui/status';
import { type FieldLabels, fieldLabel } from './field-label';
import type { ListedRow, RowFilter } from './problem-shapes';
import { useIssueText } from './use-issue-text';

export type LoadListedRows = (filter: RowFilter & { offset: number; limit: number }) => Promise<Answer<{ total: number; rows: ListedRow[] }>>;

interface Props {
  label: string;
  header: readonly string[];
  labels: FieldLabels;
  filter: RowFilter;
  load: LoadListedRows;
}

/** Rows of the file as they are in it, with where each ends and what was found. */
export function RowGrid({ label, header, labels, filter, load }: Props) {
  const t = useTranslations('problems');
  const read = useTranslations('read');
  const textOf = useIssueText();
  const columns = useMemo<GridColumn<ListedRow>[]>(
    () => [
      { id: 'row', header: t('row'), width: '5rem', figures: true, cell: ({ row }) => row },
      { id: 'bucket', header: t('outcome'), width: '11rem', cell: ({ bucket }) => <BucketStatus bucket={bucket} /> },
      {
        id: 'issues',
        header: t('issues'),
        width: '26rem',
        cell: ({ issues }) => (
          <Stack gap={4}>
            {issues.map((issue, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: issues of a row have no identity and are never reordered
              <Status key={index} {...LEVEL_LOOK[issue.level]}>
                {issue.field && <b>{fieldLabel(labels, issue.field)}: </b>}
                {textOf(issue)}
              </Status>
            ))}
          </Stack>
        ),
      },
      ...header.map((name, index) => ({
        id: `column-${index}`,
        header: name || read('unnamed', { number: index + 1 }),
        width: '12rem',
        cell: ({ cells }: ListedRow) => cells[index],
      })),
    ],
    [t, read, textOf, labels, header],
  );
  return (
    <ServerGrid
      count={(total) => t('rowCount', { count: total })}
      label={label}
      columns={columns}
      load={(offset, limit) => load({ ...filter, offset, limit })}
      filter={JSON.stringify(filter)}
    />
  );
}
