/**
 * What a word of a header can mean. Nouns name something about a contact; the rest say which one, whose, or that it is nothing of the
 * contact at all.
 */
export type Meaning = Noun | Qualifier | Person | Part | Consent | Other;

export type Noun =
  | 'given'
  | 'family'
  /** "First" and "Last", which are names only where they stand alone. */
  | 'first'
  | 'last'
  /** "Name": whole or family name, by what stands beside it. */
  | 'name'
  /** French "nom": the family name, unless it is the name of something. */
  | 'nom'
  /** Italian "nome", Spanish "nombre": the given name, unless it is the name of something. */
  | 'nome'
  | 'fullName'
  | 'middle'
  | 'particle'
  | 'suffix'
  | 'nickname'
  | 'maiden'
  | 'title'
  | 'gender'
  | 'birth'
  | 'birthdate'
  | 'language'
  | 'email'
  | 'phone'
  | 'oddPhone'
  | 'mobile'
  | 'fax'
  | 'areaCode'
  | 'company'
  | 'department'
  | 'job'
  | 'website'
  | 'notes'
  | 'address'
  | 'fullAddress'
  | 'street'
  | 'line'
  | 'addition'
  | 'house'
  | 'poBox'
  | 'zip'
  | 'town'
  | 'district'
  | 'state'
  | 'country'
  | 'id'
  | 'customerNumber'
  | 'kind'
  | 'tags'
  | 'taxId'
  | 'created'
  | 'structureType'
  | 'addressUse'
  | 'letterSalutation'
  | 'addressSalutation';

/** Which of several addresses, phones or mails. */
export type Qualifier = 'home' | 'work' | 'other' | 'billing' | 'shipping' | 'second' | 'third' | 'primary';

/** Whose: the one who pays, the one who comes, or somebody else. */
export type Person = 'payer' | 'attendee' | 'related';

/** Words that only count beside a noun. */
export type Part = 'date' | 'day' | 'month' | 'year' | 'number' | 'code' | 'is';

export type Consent = 'optIn' | 'optOut' | 'newsletter' | 'sms' | 'post' | 'partner' | 'thirdParty';

/** `filler` adds nothing; `foreign` is about orders, events, money, machines: never about the contact. */
export type Other = 'filler' | 'foreign';

/** The words of one language: for each meaning words and phrases, separated by `|`. */
export type Lexicon = { readonly [M in Meaning]?: string };
