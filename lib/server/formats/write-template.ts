import { createTranslator } from 'use-intl/core';
import { type Layout, type LayoutCode, type LayoutColumn, type Lists, templateRows, withLists } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { catalogues } from '@/lib/i18n/catalogues';
import { templateBook } from './template-book';
import { templateCsv } from './template-csv';

export const TEMPLATE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export type TemplateFormat = keyof typeof TEMPLATE_TYPES;

export const isTemplateFormat = (text: string): text is TemplateFormat => Object.hasOwn(TEMPLATE_TYPES, text);

interface Wanted {
  layout: Layout & { code: LayoutCode };
  language: Language;
  format: TemplateFormat;
  /** Of the institution that it is for. */
  lists?: Lists;
}

/** The bytes of an empty template that explains itself in the language. Holds nothing of an institution but the values of its lists. */
export function writeTemplate({ layout: general, language, format, lists = {} }: Wanted): Uint8Array {
  const layout = withLists(general, lists);
  const t = createTranslator({ locale: language, messages: catalogues[language] });
  const rule = ({ type, length, mandatory }: LayoutColumn) =>
    [t(`formats.types.${type}`), t('formats.characters', { count: length }), mandatory && t('formats.templates.mandatory')]
      .filter(Boolean)
      .join(', ');
  const group = (name: LayoutColumn['group']) => (name === 'definition' ? t('formats.templates.definition') : t(`ui.groups.${name}`));
  const rows = templateRows(layout, language, { group, rule });
  if (format === 'csv') return templateCsv(rows);
  return templateBook({ layout, rows, sheets: { rows: t('formats.templates.rows'), values: t('formats.templates.values') } });
}
