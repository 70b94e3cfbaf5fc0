import { addrSalutation } from './addr-salutation';
import { addrType } from './addr-type';
import { addressName1 } from './address-name1';
import { addressName2 } from './address-name2';
import { adminNumber } from './admin-number';
import { birthdate } from './birthdate';
import { cellphone } from './cellphone';
import { cnilO } from './cnil-o';
import { cnilT } from './cnil-t';
import { communityType } from './community-type';
import { consentDate } from './consent-date';
import { consentSource } from './consent-source';
import { contactNr } from './contact-nr';
import { country } from './country';
import { type CriterionColumn, criterionColumns } from './criterion-columns';
import { department } from './department';
import { email } from './email';
import { email1 } from './email1';
import { email2 } from './email2';
import { email3 } from './email3';
import { fax } from './fax';
import type { Field } from './field';
import { firstname } from './firstname';
import { institution } from './institution';
import { jobFunction } from './job-function';
import { lastname } from './lastname';
import { letter } from './letter';
import { letterSalutation } from './letter-salutation';
import { line1 } from './line1';
import { line2 } from './line2';
import { line3 } from './line3';
import { nbEmployees } from './nb-employees';
import { officialName } from './official-name';
import { operation } from './operation';
import { organization } from './organization';
import { partner } from './partner';
import { phone } from './phone';
import { prefLang } from './pref-lang';
import { remark } from './remark';
import { role } from './role';
import { rowHash } from './row-hash';
import { smsMms } from './sms-mms';
import { structType } from './struct-type';
import { telephone } from './telephone';
import { title } from './title';
import { town } from './town';
import { townComplement } from './town-complement';
import { webSite } from './web-site';
import { zipcode } from './zipcode';

/** The fields of the contact format, in its order: the list that everything else is derived from. */
const NAMED = [
  institution,
  organization,
  operation,
  contactNr,
  rowHash,
  role,
  title,
  letterSalutation,
  addrSalutation,
  jobFunction,
  remark,
  firstname,
  lastname,
  birthdate,
  prefLang,
  officialName,
  addressName1,
  addressName2,
  structType,
  communityType,
  adminNumber,
  nbEmployees,
  webSite,
  addrType,
  line1,
  line2,
  line3,
  zipcode,
  town,
  townComplement,
  department,
  country,
  telephone,
  fax,
  cellphone,
  email1,
  email2,
  email3,
  cnilO,
  cnilT,
  partner,
  smsMms,
  phone,
  letter,
  email,
  consentDate,
  consentSource,
] as const;

export type FieldCode = (typeof NAMED)[number]['code'] | CriterionColumn;

/** The fields that hold a telephone number. */
export type PhoneCode = Extract<(typeof NAMED)[number], { type: 'phone' }>['code'];

type KnownField = Field & { readonly code: FieldCode };

export const FIELDS: readonly KnownField[] = [...NAMED, ...criterionColumns];

const byCode = new Map<string, KnownField>(FIELDS.map((field) => [field.code, field]));

/** The field with this exact code, or undefined: codes are upper case and never guessed here. */
export const fieldOf = (code: string): KnownField | undefined => byCode.get(code);

/** Whether a text is the code of a field of the format. */
export const isFieldCode = (code: string): code is FieldCode => byCode.has(code);
