'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { ImportGlance } from './import-shapes';

/** Milliseconds between two looks at an import that is worked on; at first they are closer, because most files take a moment. */
const LOOK_EVERY_MS = 1_000;
const FIRST_LOOKS_MS = 300;
const FIRST_LOOKS = 8;

/** How an import stands, looked at every second or more often. When its state moves the page is drawn anew and leads on by itself. */
export function useFollowedImport(first: ImportGlance, look: () => Promise<Answer<ImportGlance>>): ImportGlance {
  const router = useRouter();
  const [latest, setLatest] = useState(first);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    let looks = 0;
    const lookLater = () => {
      timer = setTimeout(again, looks++ < FIRST_LOOKS ? FIRST_LOOKS_MS : LOOK_EVERY_MS);
    };
    const again = async () => {
      // A look that fails, as when the network is away, is simply followed by the next.
      const answer = await look().catch(() => null);
      if (gone) return;
      if (answer?.ok) setLatest(answer.value);
      if (answer?.ok && answer.value.state !== first.state) router.refresh();
      lookLater();
    };
    lookLater();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [router, look, first.state]);
  return latest;
}
