import type { FieldCode, TypedKey } from '@/lib/engine';

/** The fields that a contact keeps, and its numbers as typed. The others steer a row (operation, institution…) or become criteria. */
export type StoredFieldCode = Exclude<FieldCode, 'INSTITUTION' | 'OPERATION' | 'ROLE' | 'ROW_HASH' | `CRIT${number}`> | TypedKey;

export type ContactTable = 'contact' | 'contact_address' | 'contact_means' | 'contact_authorizations';

interface FieldColumn {
  table: ContactTable;
  column: string;
  /** How the column is typed where it is not a text; a field itself is always a text in normal form. */
  type?: 'date' | 'boolean' | 'integer';
}

const contact = (column: string, type?: 'date' | 'integer'): FieldColumn => ({ table: 'contact', column, type });
const address = (column: string): FieldColumn => ({ table: 'contact_address', column });
const means = (column: string): FieldColumn => ({ table: 'contact_means', column });
const authorization = (column: string, type?: 'date' | 'boolean'): FieldColumn => ({ table: 'contact_authorizations', column, type });
const flag = (column: string) => authorization(column, 'boolean');

/** Where each field of a contact is kept: every SELECT, INSERT and UPDATE of contacts is written from this table. */
export const FIELD_COLUMNS: Record<StoredFieldCode, FieldColumn> = {
  CONTACT_NR: contact('number'),
  ORGANIZATION: contact('organization'),
  TITLE: contact('title'),
  LETTER_SALUTATION: contact('letter_salutation'),
  ADDR_SALUTATION: contact('addr_salutation'),
  FUNCTION: contact('job_function'),
  REMARK: contact('remark'),
  FIRSTNAME: contact('first_name'),
  LASTNAME: contact('last_name'),
  BIRTHDATE: contact('birth_date', 'date'),
  PREF_LANG: contact('language'),
  OFFICIAL_NAME: contact('official_name'),
  ADDRESS_NAME1: contact('address_name1'),
  ADDRESS_NAME2: contact('address_name2'),
  STRUCT_TYPE: contact('structure_type'),
  COMMUNITY_TYPE: contact('community_type'),
  ADMIN_NUMBER: contact('admin_numbers'),
  NB_EMPLOYEES: contact('employees', 'integer'),
  WEB_SITE: contact('web_site'),
  ADDR_TYPE: address('uses'),
  LINE1: address('line1'),
  LINE2: address('line2'),
  LINE3: address('line3'),
  ZIPCODE: address('zip_code'),
  TOWN: address('town'),
  TOWN_COMPLEMENT: address('town_complement'),
  DEPARTMENT: address('department'),
  COUNTRY: address('country'),
  TELEPHONE: means('telephone'),
  FAX: means('fax'),
  CELLPHONE: means('cellphone'),
  'TELEPHONE~typed': means('telephone_typed'),
  'FAX~typed': means('fax_typed'),
  'CELLPHONE~typed': means('cellphone_typed'),
  EMAIL1: means('email1'),
  EMAIL2: means('email2'),
  EMAIL3: means('email3'),
  CNIL_O: flag('cnil_o'),
  CNIL_T: flag('cnil_t'),
  PARTNER: flag('partner'),
  SMS_MMS: flag('sms_mms'),
  PHONE: flag('phone'),
  LETTER: flag('letter'),
  EMAIL: flag('email'),
  CONSENT_DATE: authorization('consent_date', 'date'),
  CONSENT_SOURCE: authorization('consent_source'),
};

export const STORED_FIELDS = Object.keys(FIELD_COLUMNS) as StoredFieldCode[];

/** The fields kept in one table, in the format's order. */
export const fieldsIn = (table: ContactTable): StoredFieldCode[] => STORED_FIELDS.filter((code) => FIELD_COLUMNS[code].table === table);
