'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { oldFieldOf } from '@/lib/engine';
import type { FieldOption } from './field-option';

/** The fields by group, as the choice of a column wants them. */
export function useFieldChoices(fields: readonly FieldOption[]) {
  const t = useTranslations('ui.groups');
  const map = useTranslations('map');
  return useMemo(() => {
    const groups = [...new Set(fields.map(({ group }) => group))];
    const nameOf = ({ code, label }: FieldOption) => {
      const old = oldFieldOf(code);
      return old ? `${map('atExport', { field: label })} · ${old}` : `${label} · ${code}`;
    };
    return groups.map((group) => ({
      group: t(group),
      items: fields.filter((field) => field.group === group).map((field) => ({ value: field.code, label: nameOf(field) })),
    }));
  }, [fields, t, map]);
}
