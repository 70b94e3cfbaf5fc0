'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { DefinitionPlace, Retirement } from './criteria-shapes';
import { RetireDialog } from './retire-dialog';

/** What can be asked and done about retiring. */
export interface RetireActions {
  weigh: (place: DefinitionPlace) => Promise<Answer<Retirement>>;
  setRetired: (place: DefinitionPlace, retired: boolean) => Promise<Answer<void>>;
}

interface Props extends RetireActions {
  place: DefinitionPlace;
  retired: boolean;
  /** In the row of a table, where space is scarce. */
  compact?: boolean;
}

/** Retires a definition after a question, or brings it back at once. */
export function RetireButton({ place, retired, compact, weigh, setRetired }: Props) {
  const t = useTranslations('criteria.retire');
  const [asked, ask] = useState(false);
  const { pending, refusal, run } = useAnswer();
  const name = place.value ?? place.code;
  const look = compact ? ({ size: 'compact-sm', variant: 'subtle' } as const) : ({ variant: 'default' } as const);
  return (
    <>
      <Button
        {...look}
        loading={pending}
        onClick={() => (retired ? run(() => setRetired(place, false)) : ask(true))}
        aria-label={t(retired ? 'reinstateOf' : 'retireOf', { name })}
      >
        {t(retired ? 'reinstate' : 'retire')}
      </Button>
      <RefusalAlert refusal={refusal} />
      {asked && <RetireDialog place={place} close={() => ask(false)} weigh={weigh} retire={(wanted) => setRetired(wanted, true)} />}
    </>
  );
}
