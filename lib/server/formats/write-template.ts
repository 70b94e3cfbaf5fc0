import { createTranslator } from 'use-intl/core';
import { type Layout, type LayoutCode, type LayoutColumn, type Lists, templateRows, withLists } from '@/lib/engine';
import type { Language } from '@/lib/i18n';
import { catalogues } from '@/lib/i18n/catalogues';
import { BYTE_ORDER_MARK, csvText } from './csv-text';
import type { FileFormat } from './file-format';
import { templateBook } from './template-book';

interface Wanted {
  layout: Layout & { code: LayoutCode };
  language: Language;
  format: FileFormat;
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
  if (format === 'csv') return Buffer.from(BYTE_ORDER_MARK + csvText(rows));
  return templateBook({ layout, rows, sheets: { rows: t('formats.templates.rows'), values: t('formats.templates.values') } });
}
