'use client';

import { useTranslations } from 'next-intl';
import type { StatusIcon, Tone } from '@/components/ui/status';
import { type FieldCode, isOpen, type ValueRow } from '@/lib/engine';
import { useValueName } from './use-choices';

interface Look {
  tone: Tone;
  icon: StatusIcon;
}

const KNOWN: Look = { tone: 'good', icon: 'done' };
const OPEN: Look = { tone: 'care', icon: 'warning' };
const PROPOSED: Look = { tone: 'busy', icon: 'note' };
const LEFT: Look = { tone: 'quiet', icon: 'skipped' };

/** What becomes of values of a field, in words and as a status. */
export function useReadingText(field: FieldCode) {
  const t = useTranslations('values.readings');
  const nameOf = useValueName();
  const say = ({ value, reading, answer: before }: ValueRow, answer: string | null): string => {
    if (answer === '') return t('left');
    if (answer !== null && answer !== value)
      return t(answer === before ? 'saidBefore' : answer === proposed(reading) ? 'proposed' : 'said', { value: nameOf(field, answer) });
    if (answer === value) return t('kept');
    if (reading.kind === 'taken') return reading.value === '' ? t('left') : t(`by.${reading.by}`, { value: nameOf(field, reading.value) });
    if (reading.kind === 'proposed') return t('likely', { value: nameOf(field, reading.value) });
    return t(reading.kind);
  };
  const look = (row: ValueRow, answer: string | null): Look => {
    if (isOpen({ ...row, answer: answer ?? undefined }) || answer === row.value) return OPEN;
    if (answer !== null && row.answer === undefined && answer === proposed(row.reading)) return PROPOSED;
    return answer === '' || (row.reading.kind === 'taken' && row.reading.value === '' && answer === null) ? LEFT : KNOWN;
  };
  return { say, look };
}

const proposed = (reading: ValueRow['reading']): string | null => (reading.kind === 'proposed' ? reading.value : null);
