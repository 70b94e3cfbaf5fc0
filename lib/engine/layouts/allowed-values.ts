import type { FieldCode } from '@/lib/engine/fields';
import type { FieldType } from '@/lib/engine/fields/field';
import { COUNTRY_CODES } from '@/lib/engine/fields/values/country';
import { LANGUAGE_CODES } from '@/lib/engine/fields/values/language';
import { STANDARD_TITLES } from '@/lib/engine/fields/values/title';
import { OPERATIONS } from '@/lib/engine/operations';

const BY_TYPE: { [Type in FieldType]?: readonly string[] } = { flag: ['TRUE', 'FALSE'], country: COUNTRY_CODES, language: LANGUAGE_CODES };

const BY_FIELD: { [Code in FieldCode]?: readonly string[] } = {
  OPERATION: OPERATIONS.filter(({ spoken }) => spoken).map(({ code }) => code),
  ROLE: ['PUBLIC', 'RELAY'],
  TITLE: STANDARD_TITLES,
  ADDR_TYPE: ['M', 'S', 'B', 'MS', 'MB', 'SB', 'MSB'],
};

/** The values of a field in normal form, where the format lists them; empty for fields that take any text of their type. */
export const allowedValues = ({ code, type }: { code: FieldCode; type: FieldType }): readonly string[] => BY_FIELD[code] ?? BY_TYPE[type] ?? [];
