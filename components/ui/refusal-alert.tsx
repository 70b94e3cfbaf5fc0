'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Refusal } from './answer';
import { Callout } from './callout';
import { useRefusalText } from './use-refusal-text';

interface Props {
  refusal: Refusal | null;
  title?: string;
  /** What the person can do next. */
  children?: ReactNode;
}

/** Says why something was refused, and is read out when it appears. Draws nothing without a refusal. */
export function RefusalAlert({ refusal, title, children }: Props) {
  const t = useTranslations('ui');
  const textOf = useRefusalText();
  if (!refusal) return null;
  return (
    <Callout urgent tone="bad" icon="warning" title={title ?? t('problem')}>
      {textOf(refusal)}
      {children}
    </Callout>
  );
}
