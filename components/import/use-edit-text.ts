'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { columnsMade, type Edit, type EditOffer, type Edits, FIRST_MADE_COLUMN } from '@/lib/engine';

/** Names columns, parts and edits, given the names of the columns of the file. */
export function useEditText(nameOf: (column: number) => string, edits: Edits, offers: readonly EditOffer[]) {
  const t = useTranslations('edits');
  const format = useFormatter();
  const partName = useCallback(
    (column: number): string => {
      const edit = edits.list.find((each) => columnsMade(each).includes(column));
      if (!edit) return '';
      const at = columnsMade(edit).indexOf(column);
      const key = `parts.${edit.op}.${at}`;
      if (t.has(key as never)) return t(key as never);
      if (edit.op === 'join') return t('parts.joined');
      return edit.op === 'first-filled' ? t('parts.first') : t('parts.part', { number: at + 1 });
    },
    [t, edits],
  );
  const columnName = useCallback((column: number) => (column < FIRST_MADE_COLUMN ? nameOf(column) : partName(column)), [nameOf, partName]);
  const quoted = useCallback((values: readonly string[]) => format.list(values.map((value) => `“${value}”`)), [format]);
  const sentence = useCallback(
    (edit: Edit): string => {
      const domain = offers.find((offer) => offer.domain && JSON.stringify(offer.edit) === JSON.stringify(edit))?.domain;
      if (domain) return t('offer.domain', domain);
      switch (edit.op) {
        case 'case':
          return t(`said.case-${edit.to}`);
        case 'replace':
          return edit.with === '' ? t('said.replace-nothing', { find: edit.find }) : t('said.replace', { find: edit.find, with: edit.with });
        case 'regex-replace':
          return t('said.regex-replace', { pattern: edit.pattern, with: edit.with });
        case 'map-values':
          return t('said.map-values', { count: Object.keys(edit.values).length });
        case 'set-default':
          return t('said.set-default', { value: edit.value });
        case 'clear':
          return edit.values ? t('said.clear-values', { values: quoted(edit.values) }) : t('said.clear');
        case 'split':
          return t('said.split', { at: edit.at });
        case 'join': {
          const columns = format.list(edit.columns.map(columnName));
          return edit.with.trim() === '' ? t('said.join-plain', { columns }) : t('said.join', { columns, with: edit.with });
        }
        case 'first-filled':
          return t('said.first-filled', { columns: format.list(edit.columns.map(columnName)) });
        default:
          return t(`said.${edit.op}`);
      }
    },
    [t, format, columnName, quoted, offers],
  );
  return { partName, columnName, sentence, quoted };
}

export type EditTexts = ReturnType<typeof useEditText>;
