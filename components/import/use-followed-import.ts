'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { ImportGlance } from './import-shapes';

/** Milliseconds between two looks at an import that is worked on. */
const LOOK_EVERY_MS = 1_000;

/** How an import stands, looked at every second. When its state moves the page is drawn anew and leads on by itself. */
export function useFollowedImport(first: ImportGlance, look: () => Promise<Answer<ImportGlance>>): ImportGlance {
  const router = useRouter();
  const [latest, setLatest] = useState(first);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const again = async () => {
      // A look that fails, as when the network is away, is simply followed by the next.
      const answer = await look().catch(() => null);
      if (gone) return;
      if (answer?.ok) setLatest(answer.value);
      if (answer?.ok && answer.value.state !== first.state) router.refresh();
      timer = setTimeout(again, LOOK_EVERY_MS);
    };
    timer = setTimeout(again, LOOK_EVERY_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [router, look, first.state]);
  return latest;
}
