'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Answer, Refusal } from '@/components/ui/answer';
import type { Edits, EditsPreview, Mapping } from '@/lib/engine';
import type { MapState } from './map-state';

export type PreviewEdits = (edits: Edits, mapping: Mapping) => Promise<Answer<EditsPreview>>;

/** Milliseconds after the last change before edits are tried. */
const TRY_MS = 300;

interface Tried {
  edits: Edits;
  preview: EditsPreview | null;
  refusal: Refusal | null;
}

/** What the edits do to the file, tried anew when they change; null while they are being tried, or where there are none. */
export function useEditsPreview({ edits, mapping }: MapState, preview: PreviewEdits) {
  const [settled] = useDebouncedValue(edits, TRY_MS);
  const [tried, setTried] = useState<Tried | null>(null);
  const fields = useRef(mapping);
  fields.current = mapping;
  useEffect(() => {
    if (settled.list.length === 0) return;
    let isCurrent = true;
    preview(settled, fields.current).then((answer) => {
      if (isCurrent) setTried({ edits: settled, preview: answer.ok ? answer.value : null, refusal: answer.ok ? null : answer.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [settled, preview]);
  const isCurrent = tried?.edits === edits;
  return { preview: isCurrent ? tried.preview : null, refusal: isCurrent ? tried.refusal : null, looking: edits.list.length > 0 && !isCurrent };
}
