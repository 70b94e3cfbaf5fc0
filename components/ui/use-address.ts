'use client';

import { useDebouncedCallback } from '@mantine/hooks';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** Milliseconds of silence after which typed text is searched for. */
const TYPING_MS = 300;

/** Changes parameters of the page's address; an empty text takes one away. The page is drawn anew, its place kept. */
export function useAddress() {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const change = useCallback(
    (changes: Record<string, string>) => {
      const next = new URLSearchParams(params);
      for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
      router.replace(`${path}?${next}` as Route, { scroll: false });
    },
    [router, path, params],
  );
  return { change, changeSoon: useDebouncedCallback(change, TYPING_MS) };
}
