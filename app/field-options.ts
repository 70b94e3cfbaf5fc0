import type { FieldOption } from '@/components/import/field-option';
import { FIELDS } from '@/lib/engine';
import type { Language } from '@/lib/i18n';

/** The fields of the format in the reader's language: the browser gets names, not the engine. */
export const fieldOptions = (language: Language): FieldOption[] =>
  FIELDS.map(({ code, labels, group }) => ({ code, label: labels[language], group }));
