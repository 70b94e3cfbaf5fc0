'use client';

import { useTranslations } from 'next-intl';
import { ApprovalStatus } from '@/components/removals/approval-status';
import { Status, type StatusIcon, type Tone } from '@/components/ui/status';
import type { ImportDetail, ImportState } from './import-shapes';
import { isAsked } from './steps';

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

const HELD = { tone: 'care', icon: 'held' } as const;

type Props = Pick<ImportDetail, 'state' | 'purpose' | 'approval'> & {
  /** Whether its file differs from the last one of its recipe, and nobody accepted that. */
  held: boolean;
};

/** Where an import stands; a removal that is planned is a simulation until it is asked for, and then stands where its request does. */
export function ImportStatus({ state, purpose, approval, held }: Props) {
  const t = useTranslations('ui.states');
  if (held) return <Status {...HELD}>{t('held')}</Status>;
  if (state !== 'planned' || purpose !== 'removal') return <Status {...LOOK[state]}>{t(state)}</Status>;
  if (isAsked(approval) && approval) return <ApprovalStatus state={approval} />;
  return <Status {...LOOK.planned}>{t('simulated')}</Status>;
}
