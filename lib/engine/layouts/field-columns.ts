import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { allowedValues } from './allowed-values';
import type { LayoutColumn } from './layout';

type Own = Partial<Pick<LayoutColumn, 'mandatory' | 'example' | 'allowed'>>;

/**
 * Columns for these fields in the order of the format, as the catalogue describes them; `own` replaces what a layout sees otherwise.
 * Criteria are alike: the first shows the example.
 */
export const fieldColumns = (has: (code: FieldCode) => boolean, own: { [Code in FieldCode]?: Own } = {}): LayoutColumn[] =>
  FIELDS.filter(({ code }) => has(code)).map((field) => ({
    code: field.code,
    group: field.group,
    type: field.type,
    length: field.length,
    mandatory: false,
    labels: field.labels,
    example: field.group === 'criteria' && field.code !== 'CRIT01' ? '' : field.example,
    allowed: allowedValues(field),
    ...own[field.code],
  }));
