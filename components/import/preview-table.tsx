'use client';

import { Table, TableScrollContainer, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { RawRow, Reading } from '@/lib/engine';
import classes from './preview-table.module.css';

interface Props {
  label: string;
  reading: Reading;
  rows: readonly RawRow[];
}

/** The first rows of a file exactly as they were read. */
export function PreviewTable({ label, reading, rows }: Props) {
  const t = useTranslations('read');
  return (
    <TableScrollContainer minWidth={0} maxHeight="32rem" scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}>
      <Table stickyHeader withColumnBorders className={classes.preview} aria-label={label}>
        <TableThead>
          <TableTr>
            <TableTh className={classes.row}>{t('row')}</TableTh>
            {reading.header.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity, and columns never move
              <TableTh key={index}>{name || t('unnamed', { number: index + 1 })}</TableTh>
            ))}
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map(({ row, cells }) => (
            <TableTr key={row}>
              <TableTd className={classes.row}>{row}</TableTd>
              {reading.header.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <TableTd key={index}>{cells[index]}</TableTd>
              ))}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
