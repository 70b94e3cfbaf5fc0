'use client';

import { useTranslations } from 'next-intl';
import { Status, type StatusIcon, type Tone } from '@/components/ui/status';
import type { ImportState } from './import-shapes';

const LOOK: Record<ImportState, { tone: Tone; icon: StatusIcon }> = {
  uploading: { tone: 'quiet', icon: 'waiting' },
  reading: { tone: 'busy', icon: 'working' },
  read: { tone: 'care', icon: 'yours' },
  mapped: { tone: 'care', icon: 'yours' },
  planning: { tone: 'busy', icon: 'working' },
  planned: { tone: 'care', icon: 'yours' },
  applying: { tone: 'busy', icon: 'working' },
  paused: { tone: 'care', icon: 'held' },
  stopped: { tone: 'care', icon: 'skipped' },
  applied: { tone: 'good', icon: 'done' },
  failed: { tone: 'bad', icon: 'refused' },
  cancelled: { tone: 'quiet', icon: 'skipped' },
};

/** Where an import stands. */
export function ImportStatus({ state }: { state: ImportState }) {
  const t = useTranslations('ui.states');
  return <Status {...LOOK[state]}>{t(state)}</Status>;
}
