'use client';

import { useCallback, useState, useTransition } from 'react';
import type { Answer, Refusal } from './answer';

/** Runs server actions one at a time: whether one runs, why the last was refused, and what it gave when it was not. */
export function useAnswer() {
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = useCallback(<Value>(action: () => Promise<Answer<Value>>, then?: (value: Value) => void) => {
    start(async () => {
      const answer = await action();
      setRefusal(answer.ok ? null : answer.error);
      if (answer.ok) then?.(answer.value);
    });
  }, []);
  return { pending, refusal, run };
}
