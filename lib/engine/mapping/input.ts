import type { FieldCode } from '@/lib/engine/fields';

/** What a column can hold that is no field yet: it must be split, joined or turned round first. */
type Input =
  | 'FULL_NAME'
  | 'FULL_ADDRESS'
  | 'MIDDLE_NAME'
  | 'NAME_PARTICLE'
  | 'NAME_SUFFIX'
  | 'HOUSE_NUMBER'
  | 'PO_BOX'
  | 'GENDER'
  | 'BIRTH_DAY'
  | 'BIRTH_MONTH'
  | 'BIRTH_YEAR'
  | 'EXTERNAL_ID'
  | 'OPT_OUT'
  | 'TAGS'
  | 'CREATED_AT'
  | 'CONTACT_KIND'
  | 'PHONE_AREA_CODE'
  | 'NICKNAME'
  | 'MAIDEN_NAME'
  | 'ADMIN_NUMBER';

/** A field, or an input that becomes one. */
export type InputCode = FieldCode | Input;
