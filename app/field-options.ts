import type { FieldOption } from '@/components/import/field-option';
import { FIELDS, oldFieldOf, type Suggestion } from '@/lib/engine';
import type { Language } from '@/lib/i18n';

/** The fields of the format in the reader's language: the browser gets names, not the engine. */
export const fieldOptions = (language: Language): FieldOption[] =>
  FIELDS.map(({ code, labels, group, severalColumns = false }) => ({ code, label: labels[language], group, severalColumns }));

/** The fields that columns may go to: beside those of the format, what the columns of this file say of values at export. */
export const columnOptions = (language: Language, suggestions: readonly Suggestion[]): FieldOption[] => {
  const fields = fieldOptions(language);
  const olds = suggestions.flatMap(({ field: key }) => {
    const field = key && fields.find(({ code }) => code === oldFieldOf(key));
    return key && field ? [{ ...field, code: key }] : [];
  });
  return [...fields, ...olds];
};
