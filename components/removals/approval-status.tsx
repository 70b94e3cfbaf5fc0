'use client';

import { useTranslations } from 'next-intl';
import type { ApprovalState } from '@/components/import/import-shapes';
import { Status, type StatusIcon, type Tone } from '@/components/ui/status';

const LOOK: Record<ApprovalState, { tone: Tone; icon: StatusIcon }> = {
  requested: { tone: 'care', icon: 'yours' },
  questioned: { tone: 'care', icon: 'note' },
  approved: { tone: 'busy', icon: 'waiting' },
  refused: { tone: 'bad', icon: 'refused' },
  withdrawn: { tone: 'quiet', icon: 'skipped' },
  cancelled: { tone: 'quiet', icon: 'skipped' },
  run: { tone: 'good', icon: 'done' },
  stale: { tone: 'care', icon: 'warning' },
};

/** Where a request stands. */
export function ApprovalStatus({ state }: { state: ApprovalState }) {
  const t = useTranslations('approval.states');
  return <Status {...LOOK[state]}>{t(state)}</Status>;
}
