import type { Meaning, Noun } from './lexicon/meaning';

const NAMES: readonly Noun[] = ['name', 'nom', 'nome'];
const ADDRESS: readonly Noun[] = ['street', 'line', 'addition', 'house', 'poBox', 'zip', 'town', 'district', 'state', 'country', 'fullAddress'];
const MEANS: readonly Noun[] = ['phone', 'oddPhone', 'mobile', 'fax', 'email', 'website'];

/** Which noun says no more where another stands beside it: "company name" is a company, "address city" a town. */
const YIELDS: readonly [readonly Noun[], readonly Noun[]][] = [
  [
    NAMES,
    [
      'company',
      'street',
      'town',
      'district',
      'country',
      'state',
      'job',
      'department',
      'language',
      'title',
      'suffix',
      'given',
      'family',
      'middle',
      'nickname',
      'particle',
      'fullName',
      'maiden',
    ],
  ],
  [['company'], [...MEANS, ...ADDRESS, 'job', 'department', 'kind', 'taxId', 'structureType']],
  [['address'], [...ADDRESS, ...MEANS, 'given', 'family', 'company', 'fullName', 'addressUse']],
  [['phone'], ['mobile', 'fax', 'oddPhone', 'areaCode']],
  [['line', 'house'], ['street']],
  [['state'], ['country']],
  [['birth'], ['birthdate']],
  [['middle'], ['given']],
  [['gender', 'id'], ['title']],
  [['id'], ['gender', 'customerNumber']],
  [['department'], ['job']],
  [['email'], ['website']],
];

/** Nouns that may have a number or a code, as in "phone number" and "country code". */
const NUMBERED = new Set<Noun>(['phone', 'mobile', 'fax', 'oddPhone', 'house', 'customerNumber', 'id', 'taxId', 'poBox', 'areaCode']);
const CODED = new Set<Noun>(['zip', 'country', 'state', 'language', 'title', 'customerNumber', 'id', 'taxId', 'areaCode', 'gender', 'structureType']);
const DATED = new Set<Noun>(['birth', 'birthdate', 'created']);

const OTHER_THAN_NOUNS = new Set<Meaning>([
  'home',
  'work',
  'other',
  'billing',
  'shipping',
  'second',
  'third',
  'primary',
  'payer',
  'attendee',
  'related',
  'date',
  'day',
  'month',
  'year',
  'number',
  'code',
  'is',
  'optIn',
  'optOut',
  'newsletter',
  'sms',
  'post',
  'partner',
  'thirdParty',
  'filler',
  'foreign',
]);

const isNoun = (meaning: Meaning): meaning is Noun => !OTHER_THAN_NOUNS.has(meaning);

/** The one noun a header is about, or null where it names none or several that do not go together. */
export function soleNoun(meanings: readonly Meaning[]): Noun | null {
  const has = (meaning: Meaning): boolean => meanings.includes(meaning);
  const nouns = new Set(meanings.filter(isNoun));
  combine(nouns, has);
  for (const [weak, strong] of YIELDS) if (strong.some((noun) => nouns.has(noun))) for (const noun of weak) nouns.delete(noun);
  const [noun, more] = nouns;
  if (noun === undefined || more !== undefined) return null;
  if (has('number') && !NUMBERED.has(noun)) return null;
  if (has('code') && !CODED.has(noun)) return null;
  return ['date', 'day', 'month', 'year'].some((part) => has(part as Meaning)) && !DATED.has(noun) ? null : noun;
}

/** Pairs that together are something else than either. */
function combine(nouns: Set<Noun>, has: (meaning: Meaning) => boolean): void {
  const turn = (from: readonly Noun[], into: Noun) => {
    for (const noun of from) nouns.delete(noun);
    nouns.add(into);
  };
  const named = NAMES.some((noun) => nouns.has(noun));
  if (nouns.has('given') && (nouns.has('family') || nouns.has('nom'))) turn(['given', 'family', ...NAMES], 'fullName');
  if (nouns.has('family') && nouns.has('nome')) turn(['family', 'nome'], 'fullName');
  if ((nouns.has('birth') || nouns.has('birthdate')) && (named || nouns.has('family'))) turn(['birth', 'birthdate', 'family', ...NAMES], 'maiden');
  if (nouns.has('title') && (nouns.has('company') || has('work'))) turn(['title', 'company'], 'job');
  if (nouns.has('company') && nouns.has('address') && (has('primary') || has('billing') || has('shipping'))) nouns.delete('address');
  if (nouns.has('street') && nouns.has('zip') && nouns.has('town'))
    turn(['street', 'zip', 'town', 'house', 'country', 'state', 'address'], 'fullAddress');
  if (has('number') && (nouns.has('street') || (nouns.has('address') && nouns.size === 1))) turn(['street', 'address'], 'house');
  if (has('post') && has('code') && nouns.size === 0) nouns.add('zip');
}
