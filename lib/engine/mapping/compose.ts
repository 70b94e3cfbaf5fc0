import type { AddressPlace, Claim } from './claim';
import { consentOf } from './compose-consent';
import type { HeaderReading } from './header-words';
import type { InputCode } from './input';
import type { Meaning, Noun } from './lexicon/meaning';
import { soleNoun } from './sole-noun';
import type { Evidence } from './value-evidence';

const CODES: { readonly [N in Noun]?: Claim['input'] } = {
  given: 'FIRSTNAME',
  family: 'LASTNAME',
  first: 'FIRSTNAME',
  last: 'LASTNAME',
  name: 'NAME',
  nom: 'NOM',
  nome: 'NOME',
  fullName: 'FULL_NAME',
  middle: 'MIDDLE_NAME',
  particle: 'NAME_PARTICLE',
  suffix: 'NAME_SUFFIX',
  nickname: 'NICKNAME',
  maiden: 'MAIDEN_NAME',
  title: 'TITLE',
  gender: 'GENDER',
  language: 'PREF_LANG',
  email: 'EMAIL1',
  phone: 'TELEPHONE',
  oddPhone: 'TELEPHONE',
  mobile: 'CELLPHONE',
  fax: 'FAX',
  areaCode: 'PHONE_AREA_CODE',
  company: 'OFFICIAL_NAME',
  job: 'FUNCTION',
  website: 'WEB_SITE',
  notes: 'REMARK',
  address: 'LINE',
  fullAddress: 'FULL_ADDRESS',
  street: 'LINE1',
  line: 'LINE',
  addition: 'ADDITION',
  house: 'HOUSE_NUMBER',
  poBox: 'PO_BOX',
  zip: 'ZIPCODE',
  town: 'TOWN',
  district: 'TOWN_COMPLEMENT',
  state: 'DEPARTMENT',
  country: 'COUNTRY',
  id: 'EXTERNAL_ID',
  customerNumber: 'CONTACT_NR',
  kind: 'CONTACT_KIND',
  tags: 'TAGS',
  taxId: 'ADMIN_NUMBER',
  created: 'CREATED_AT',
  structureType: 'STRUCT_TYPE',
  addressUse: 'ADDR_TYPE',
  letterSalutation: 'LETTER_SALUTATION',
  addressSalutation: 'ADDR_SALUTATION',
};

/** Nouns that mean what they say even beside a word nobody knows. */
const STRONG = new Set<Noun>(['given', 'family', 'email', 'mobile', 'zip', 'birthdate', 'phone', 'fax', 'street', 'town', 'company', 'address']);

const OF_AN_ADDRESS = new Set<Noun>(['street', 'addition', 'poBox', 'zip', 'town', 'district', 'state', 'country', 'house', 'fullAddress']);

const PLACES: readonly [Meaning, AddressPlace][] = [
  ['billing', 'billing'],
  ['shipping', 'shipping'],
  ['other', 'other'],
  ['work', 'work'],
  ['home', 'home'],
];

/** What the words of a header claim, or null where they are about nothing of the contact or about several things at once. */
export function composeHeader(reading: HeaderReading, evidence: Evidence): Claim | null {
  const has = (meaning: Meaning): boolean => reading.meanings.includes(meaning);
  if (has('foreign') || has('related') || (has('is') && !has('company'))) return null;
  const consent = consentOf(reading, evidence);
  if (consent !== undefined) return consent && claim(reading, consent);
  if (has('is')) return claim(reading, 'CONTACT_KIND');
  const noun = soleNoun(reading.meanings);
  if (noun === null || (reading.unknown.length > 0 && !STRONG.has(noun))) return null;
  const birth = noun === 'birthdate' || noun === 'birth' ? birthInput(has) : undefined;
  const input = birth === undefined ? CODES[noun] : birth;
  if (!input) return null;
  if (input === 'CONTACT_NR' && evidence === 'phone') return claim(reading, 'TELEPHONE');
  const made = { ...claim(reading, input), odd: noun === 'oddPhone' };
  // In "Address 2 City" the number counts addresses, in "Street 2" lines.
  const countsAddresses = made.number !== null && OF_AN_ADDRESS.has(noun) && (noun !== 'street' || has('address'));
  if ((noun === 'address' || noun === 'street') && (has('second') || has('third'))) return { ...made, number: null, place: 'other' };
  return countsAddresses ? { ...made, number: null, place: (made.number ?? 1) > 1 ? 'other' : made.place } : made;
}

function birthInput(has: (meaning: Meaning) => boolean): InputCode | null {
  if (has('day') && !has('date')) return 'BIRTH_DAY';
  if (has('month')) return 'BIRTH_MONTH';
  return has('year') ? 'BIRTH_YEAR' : 'BIRTHDATE';
}

function claim({ meanings, unknown, number }: HeaderReading, input: Claim['input']): Claim {
  const has = (meaning: Meaning): boolean => meanings.includes(meaning);
  const ofCompany = input !== 'OFFICIAL_NAME' && has('company');
  const place = PLACES.find(([meaning]) => has(meaning))?.[1] ?? (ofCompany ? 'work' : 'plain');
  const ordinal = has('third') ? 3 : has('second') ? 2 : null;
  return {
    input,
    place,
    person: has('attendee') ? 'attendee' : has('payer') ? 'payer' : null,
    number: number ?? ordinal,
    primary: has('primary'),
    odd: false,
    exact: unknown.length === 0,
  };
}
