'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import type { Edits, Mapping, ValueColumn } from '@/lib/engine';
import { isConsentField } from './consent-field';

/** The values of the columns that go to authorizations, by a mapping and edits that are not accepted yet. */
export type ReadConsents = (mapping: Mapping, edits: Edits) => Promise<Answer<ValueColumn[]>>;

/** Milliseconds after the last change before values are read anew. */
const READ_MS = 200;

/** What the values of authorizations say, read anew when the mapping or an edit changes. */
export function useConsentValues({ mapping, edits }: { mapping: Mapping; edits: Edits }, first: readonly ValueColumn[], read: ReadConsents) {
  const [values, setValues] = useState(first);
  const asked = JSON.stringify([Object.entries(mapping).filter(([, field]) => isConsentField(field)), edits]);
  const [settled] = useDebouncedValue(asked, READ_MS);
  const known = useRef(asked);
  useEffect(() => {
    if (settled === known.current) return;
    const [columns, list] = JSON.parse(settled) as [[string, Mapping[number]][], Edits];
    let isCurrent = true;
    read(Object.fromEntries(columns), list).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      known.current = settled;
      setValues(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [settled, read]);
  return values;
}
