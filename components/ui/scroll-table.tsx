'use client';

import { Table, TableScrollContainer, TableTbody, TableTh, TableThead, TableTr } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  columns: readonly string[];
  /** Pixels below which it scrolls within itself, never the page. */
  minWidth: number;
  children: ReactNode;
}

/** A table that is wider than a telephone: it scrolls by itself, also by keyboard. */
export const ScrollTable = ({ label, columns, minWidth, children }: Props) => (
  <TableScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}>
    <Table verticalSpacing="xs" aria-label={label}>
      <TableThead>
        <TableTr>
          {columns.map((column) => (
            <TableTh key={column}>{column}</TableTh>
          ))}
        </TableTr>
      </TableThead>
      <TableTbody>{children}</TableTbody>
    </Table>
  </TableScrollContainer>
);
