'use client';

import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { SECTION_ROWS } from './grid-sections';
import classes from './grid-table.module.css';

const features = tableFeatures({});

/** A column of a grid; `width` is a track of a CSS grid. */
export interface GridColumn<Row> {
  id: string;
  header: string;
  width: string;
  /** Numbers that are compared from row to row. */
  figures?: boolean;
  cell: (row: Row) => ReactNode;
}

interface InView<Row> {
  index: number;
  /** Undefined until it has arrived. */
  row: Row | undefined;
}

interface Props<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  /** Rows in all; null until it is known. */
  total: number | null;
  /** Index of the first row of this stretch of the list. */
  first: number;
  rowAt: (index: number) => Row | undefined;
  /** Is told which rows are in view. */
  need: (first: number, last: number) => void;
  rowHeight: number;
}

const columnDefs = <Row,>(columns: readonly GridColumn<Row>[]): ColumnDef<typeof features, InView<Row>>[] =>
  columns.map(({ id, header, cell, figures }) => ({
    id,
    header,
    cell: ({ row: { original } }) =>
      original.row !== undefined && (figures ? <span className="figures">{cell(original.row)}</span> : cell(original.row)),
  }));

/** Which rows of a stretch are in view, and where; asks for them. */
function useInView<Row>({ total, first, rowAt, need, rowHeight }: Omit<Props<Row>, 'label' | 'columns'>) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: Math.min(SECTION_ROWS, Math.max(0, (total ?? 0) - first)),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const begin = items[0]?.index ?? 0;
  const end = items.at(-1)?.index ?? 0;
  useEffect(() => need(first + begin, first + end), [need, first, begin, end]);
  const data = items.map(({ index }) => ({ index: first + index, row: rowAt(first + index) }));
  return { scroller, virtual, items, data };
}

/** The rows in view, drawn as a table. */
export function GridTable<Row>({ label, columns, ...rest }: Props<Row>) {
  const { scroller, virtual, items, data } = useInView(rest);
  const definitions = useMemo(() => columnDefs(columns), [columns]);
  const table = useTable({ features, columns: definitions, data, getRowId: ({ index }) => String(index) });
  const style = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className={classes.scroller} aria-label={label} tabIndex={0} hidden={!rest.total}>
      <table className={classes.table} aria-label={label} aria-rowcount={rest.total ?? -1} style={style}>
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
          {table.getRowModel().rows.map((row, position) => (
            <tr
              key={row.id}
              ref={virtual.measureElement}
              data-index={items[position]?.index}
              aria-rowindex={row.original.index + 2}
              className={classes.row}
              style={{ transform: `translateY(${items[position]?.start ?? 0}px)`, minHeight: rest.rowHeight }}
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
  );
}
