import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { allowedValues } from './allowed-values';
import type { LayoutColumn } from './layout';

type Differences = { [Code in FieldCode]?: Partial<Pick<LayoutColumn, 'mandatory' | 'example' | 'allowed'>> };

const columnsOf = (fields: readonly (typeof FIELDS)[number][], differently: Differences): LayoutColumn[] =>
  fields.map((field) => ({
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

/**
 * Columns for these fields in the order of the format, as the catalogue describes them, except for those that the format does not know;
 * `differently` replaces what a layout sees otherwise.
 * Criteria are alike: the first shows the example.
 */
export const fieldColumns = (has: (code: FieldCode) => boolean, differently: Differences = {}): LayoutColumn[] =>
  columnsOf(
    FIELDS.filter(({ code, own }) => !own && has(code)),
    differently,
  );

/** As fieldColumns, with the fields of our own that the format does not know. */
export const ownColumnsToo = (has: (code: FieldCode) => boolean, differently: Differences = {}): LayoutColumn[] =>
  columnsOf(
    FIELDS.filter(({ code }) => has(code)),
    differently,
  );
