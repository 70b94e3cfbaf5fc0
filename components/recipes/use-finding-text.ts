'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type FieldLabels, fieldLabel } from '@/components/import/field-label';
import type { DriftFinding } from '@/lib/engine';

const SHARES: readonly DriftFinding['code'][] = ['blank-up', 'mix-changed'];

/** A difference in words: what it is, and what may have led to it or comes of it. */
export function useFindingText(labels: FieldLabels): (finding: DriftFinding) => { what: string; why: string } {
  const t = useTranslations('recipes');
  const format = useFormatter();
  return ({ code, column = '', field, value = '', before = 0, now = 0 }) => {
    const shown = (figure: number | string): number | string => {
      if (code === 'dates-differ') return t(`orders.${figure as 'serial'}`);
      return SHARES.includes(code) ? format.number(Number(figure), { style: 'percent', maximumFractionDigits: 0 }) : Number(figure);
    };
    const label = field ? fieldLabel(labels, field) : '';
    // Each sentence takes of these what it needs; figures are numbers where it counts them.
    const told = { column, field: label, value, before: shown(before) as number, now: shown(now) as number };
    return { what: t(`findings.${code}`, told), why: t(`why.${code}`, told) };
  };
}
