'use client';

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Answer, Refusal } from './answer';

/** Rows asked for at a time: a screenful and the next. */
const PAGE_ROWS = 100;

/** One page of rows from `offset` on, and how many there are in all. */
export type LoadRows<Row> = (offset: number, limit: number) => Promise<Answer<{ total: number; rows: Row[] }>>;

interface Loaded<Row> {
  /** What the rows were asked with; rows of another filter are not shown. */
  filter: string;
  total: number | null;
  pages: ReadonlyMap<number, readonly Row[]>;
  refusal: Refusal | null;
}

/**
 * Rows that stay on the server and are fetched by the page as they come into view. `filter` names what `load` asks for: when it
 * changes, everything is asked for anew. `need` is told which rows are in view; `rowAt` gives a row once it is there.
 */
export function useServerRows<Row>(load: LoadRows<Row>, filter: string) {
  const [loaded, setLoaded] = useState<Loaded<Row>>({ filter, total: null, pages: new Map(), refusal: null });
  const asked = useRef({ filter, pages: new Set<number>() });
  const latest = useRef(load);
  // Before any effect of the grid, which asks for rows in its own: it would ask as for the filter before.
  useLayoutEffect(() => {
    latest.current = load;
  });
  const ask = useCallback(async (page: number, filter: string) => {
    if (asked.current.filter !== filter) asked.current = { filter, pages: new Set() };
    if (asked.current.pages.has(page)) return;
    asked.current.pages.add(page);
    const answer = await latest.current(page * PAGE_ROWS, PAGE_ROWS);
    if (asked.current.filter !== filter) return;
    setLoaded((before) => {
      const pages = new Map(before.filter === filter ? before.pages : []);
      if (!answer.ok) return { filter, total: before.filter === filter ? before.total : 0, pages, refusal: answer.error };
      return { filter, total: answer.value.total, pages: pages.set(page, answer.value.rows), refusal: null };
    });
  }, []);
  const need = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page++) ask(page, filter);
    },
    [ask, filter],
  );
  const current = loaded.filter === filter ? loaded : null;
  const rowAt = (index: number): Row | undefined => current?.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  return { total: current?.total ?? null, refusal: current?.refusal ?? null, rowAt, need };
}
