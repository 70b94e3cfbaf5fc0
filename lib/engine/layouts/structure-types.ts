import { column, statusColumn } from './criteria';
import type { Layout } from './layout';

/** Definitions of structure types, a row for each. */
export const structureTypes = {
  code: 'structure-types',
  explained: false,
  columns: [
    column('CODE', { en: 'Code', fr: 'Code' }, { type: 'code', length: 8, mandatory: true, example: 'SCHOOL' }),
    column('LABEL_EN', { en: 'Label in English', fr: 'Libellé en anglais' }, { example: 'School' }),
    column('LABEL_FR', { en: 'Label in French', fr: 'Libellé en français' }, { example: 'École' }),
    column('RANK', { en: 'Rank', fr: 'Rang' }, { type: 'number', length: 4, example: '1' }),
    statusColumn,
  ],
} as const satisfies Layout;
