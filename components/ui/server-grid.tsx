'use client';

import { Loader, Text } from '@mantine/core';
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { GridSections, SECTION_ROWS } from './grid-sections';
import { RefusalAlert } from './refusal-alert';
import classes from './server-grid.module.css';
import { type LoadRows, useServerRows } from './use-server-rows';

const features = tableFeatures({});

/** A column of a grid; `width` is a track of a CSS grid. */
export interface GridColumn<Row> {
  id: string;
  header: string;
  width: string;
  cell: (row: Row) => ReactNode;
}

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

interface InView<Row> {
  index: number;
  row: Row | undefined;
}

const columnDefs = <Row,>(columns: readonly GridColumn<Row>[]): ColumnDef<typeof features, InView<Row>>[] =>
  columns.map(({ id, header, cell }) => ({ id, header, cell: ({ row }) => row.original.row !== undefined && cell(row.original.row) }));

/** A table of any length: only the rows in view are drawn, and only those are fetched. Reached and scrolled by keyboard. */
export function ServerGrid<Row>({ label, columns, load, filter, count, rowHeight = 44 }: Props<Row>) {
  const t = useTranslations('ui');
  const [section, setSection] = useState({ filter, number: 0 });
  const number = section.filter === filter ? section.number : 0;
  const first = number * SECTION_ROWS;
  const { total, refusal, rowAt, need } = useServerRows(load, filter);
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: Math.min(SECTION_ROWS, Math.max(0, (total ?? 0) - first)),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const begin = items[0]?.index ?? 0;
  useEffect(() => need(first + begin, first + last), [need, first, begin, last]);
  const data = items.map(({ index }) => ({ index: first + index, row: rowAt(first + index) }));
  const table = useTable({ features, columns: columnDefs(columns), data, getRowId: ({ index }) => String(index) });
  const rows = table.getRowModel().rows;
  return (
    <>
      <RefusalAlert refusal={refusal} />
      <Text role="status" c="dimmed" size="sm" mb="xs">
        {total === null ? <Loader size="xs" aria-label={t('loading')} /> : count(total)}
      </Text>
      {total === 0 && !refusal && <Text>{t('nothingFound')}</Text>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={scroller} className={classes.scroller} aria-label={label} tabIndex={0} hidden={!total}>
        <table
          className={classes.table}
          aria-label={label}
          aria-rowcount={total ?? -1}
          style={{ '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties}
        >
          <thead className={classes.head}>
            <tr className={classes.row}>
              {table.getFlatHeaders().map((header) => (
                <th key={header.id} className={classes.cell} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {rows.map((row, position) => (
              <tr
                key={row.id}
                ref={virtual.measureElement}
                data-index={items[position]?.index}
                aria-rowindex={row.original.index + 2}
                className={classes.row}
                style={{ transform: `translateY(${items[position]?.start ?? 0}px)`, minHeight: rowHeight }}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={classes.cell}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <GridSections total={total ?? 0} section={number} choose={(next) => setSection({ filter, number: next })} />
    </>
  );
}
