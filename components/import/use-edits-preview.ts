'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Answer, Refusal } from '@/components/ui/answer';
import type { Edit, EditPreview, Edits, EditsPreview, Mapping } from '@/lib/engine';
import type { MapState } from './map-state';

export type PreviewEdits = (edits: Edits, mapping: Mapping) => Promise<Answer<EditsPreview>>;

/** Milliseconds after the last change before edits are tried. */
const TRY_MS = 300;

/** What edits did to the file when they were last tried: those that were not yet among them are not there. */
export interface TriedEdits extends Pick<EditsPreview, 'rows' | 'complete'> {
  of: (edit: Edit) => EditPreview | undefined;
}

interface Tried {
  edits: Edits;
  preview: EditsPreview | null;
  refusal: Refusal | null;
}

/** What the edits do to the file, tried anew when they change; what is known of each stays until then, so that nothing jumps. */
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
  const known = useMemo(() => knownOf(tried), [tried]);
  return { tried: known, refusal: isCurrent ? tried.refusal : null, looking: edits.list.length > 0 && !isCurrent };
}

function knownOf(tried: Tried | null): TriedEdits | null {
  if (!tried?.preview) return null;
  const { rows, complete, edits } = tried.preview;
  const byEdit = new Map(tried.edits.list.map((edit, at) => [JSON.stringify(edit), edits[at]]));
  return { rows, complete, of: (edit) => byEdit.get(JSON.stringify(edit)) };
}
