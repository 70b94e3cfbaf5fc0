import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { allowedValues } from './allowed-values';
import type { LayoutColumn } from './layout';

type Difference = Partial<Pick<LayoutColumn, 'mandatory' | 'example' | 'allowed'>>;

/**
 * Columns for these fields in the order of the format, as the catalogue describes them, except for those that the format does not know;
 * `differently` replaces what a layout sees otherwise.
 * Criteria are alike: the first shows the example.
 */
export const fieldColumns = (has: (code: FieldCode) => boolean, differently: { [Code in FieldCode]?: Difference } = {}): LayoutColumn[] =>
  FIELDS.filter(({ code, own }) => !own && has(code)).map((field) => ({
    code: field.code,
    group: field.group,
    type: field.type,
    length: field.length,
    mandatory: false,
    labels: field.labels,
    example: field.group === 'criteria' && field.code !== 'CRIT01' ? '' : field.example,
    allowed: allowedValues(field),
    ...differently[field.code],
  }));
