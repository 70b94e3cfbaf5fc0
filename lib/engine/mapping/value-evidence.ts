import type { InputCode } from './input';

/** What the values of a column look like; `other` where they look like nothing in particular. */
export type Evidence = 'empty' | 'email' | 'phone' | 'date' | 'flag' | 'yes-no' | 'other';

/** Share of the samples that has to look alike: real columns have a few odd cells. */
const SHARE = 0.8;

const SHAPES: readonly [Exclude<Evidence, 'empty' | 'other'>, RegExp][] = [
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['date', /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})(?:[ T][\d:.]+Z?)?$/],
  ['flag', /^(?:true|false|t|f)$/i],
  [
    'yes-no',
    /^(?:yes|no|y|n|0|1|x|oui|non|ja|nein|nee|s[iìí]|sim|n[aã]o|tak|nie|on|off|(?:un)?subscribed|abonn[eé]|opt(?:ed)?[ -]?(?:in|out)|granted|denied)$/i,
  ],
  // A bare run of digits is as well a number of a contact: a phone shows its prefix or its groups.
  ['phone', /^(?:(?:\+|00?)[1-9][\d\s()./-]{6,}|\(?0\d[\s()./-]*\d[\d\s()./-]{5,})$/],
];

const filledOf = (samples: readonly string[]): string[] => samples.map((sample) => sample.trim()).filter((sample) => sample !== '');

/** What most of the samples look like. */
export function evidenceOf(samples: readonly string[]): Evidence {
  const filled = filledOf(samples);
  if (filled.length === 0) return 'empty';
  const shape = SHAPES.find(([, pattern]) => filled.filter((sample) => pattern.test(sample)).length >= filled.length * SHARE);
  return shape?.[0] ?? 'other';
}

const LETTERS = /^(?=.*\p{L})(?!.*@)(?!https?:)(?!(?:true|false)$).*$/iu;
const PHONE = /^[^@]*\d(?:[^@\d]{0,3}\d){4,}[^@]*$/;
const LINE = /^(?=.*[\p{L}\d])(?!.*@)(?!(?:true|false)$).*$/iu;
const ANY_DIGIT = /\d/;

/** What a value of an input must look like at least. Inputs that are not here take anything. */
const POSSIBLE: { readonly [Input in InputCode]?: RegExp } = {
  EMAIL1: /@/,
  EMAIL2: /@/,
  EMAIL3: /@/,
  TELEPHONE: PHONE,
  CELLPHONE: PHONE,
  FAX: PHONE,
  ZIPCODE: /^(?=.*\d)[\p{L}\d .-]{2,12}$/u,
  FIRSTNAME: LETTERS,
  LASTNAME: LETTERS,
  FULL_NAME: LETTERS,
  MIDDLE_NAME: LETTERS,
  OFFICIAL_NAME: /^(?!.*@)(?!(?:true|false|\d{1,2})$)/i,
  TITLE: /^(?!.*@)(?=.*\p{L}).{1,40}$|^\d$/u,
  FUNCTION: LETTERS,
  TOWN: LETTERS,
  TOWN_COMPLEMENT: LINE,
  DEPARTMENT: /^(?!.*@).{1,60}$/,
  COUNTRY: /^(?!.*@)(?=.*\p{L}).{2,60}$/u,
  LINE1: LINE,
  LINE2: LINE,
  LINE3: LINE,
  FULL_ADDRESS: LETTERS,
  HOUSE_NUMBER: ANY_DIGIT,
  BIRTHDATE: ANY_DIGIT,
  BIRTH_YEAR: /^(?:19|20)?\d{2}$/,
  BIRTH_DAY: /^\d{1,2}$/,
  WEB_SITE: /\./,
  PREF_LANG: /^\p{L}[\p{L} _()-]{1,30}$/u,
  GENDER: /^.{1,20}$/,
  CREATED_AT: ANY_DIGIT,
};

/** Whether most of the samples cannot be values of the input: an e-mail without @, a name of digits. */
export function contradicts(input: InputCode, samples: readonly string[]): boolean {
  const possible = POSSIBLE[input];
  const filled = filledOf(samples);
  return possible !== undefined && filled.filter((sample) => possible.test(sample)).length < filled.length / 2;
}

/** Whether most of the samples are of several words, as whole names are and single names are not. */
export function severalWords(samples: readonly string[]): boolean {
  const filled = filledOf(samples);
  return filled.length > 0 && filled.filter((sample) => /\p{L}[,.]? +\p{L}/u.test(sample)).length > filled.length * 0.6;
}
