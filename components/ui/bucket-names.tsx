'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import type { Bucket } from '@/lib/engine';

const OfUndo = createContext(false);

/** What is drawn inside calls buckets as an undo does: what an import updated is put back, what is held stays. */
export const UndoWords = ({ undo, children }: { undo: boolean; children: ReactNode }) => <OfUndo value={undo}>{children}</OfUndo>;

/** The names of buckets. */
export function useBucketNames(): (bucket: Bucket) => string {
  const [file, undo] = [useTranslations('ui.buckets'), useTranslations('undo.buckets')];
  return useContext(OfUndo) ? undo : file;
}
