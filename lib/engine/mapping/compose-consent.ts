import type { HeaderReading } from './header-words';
import type { InputCode } from './input';
import type { Meaning } from './lexicon/meaning';
import type { Evidence } from './value-evidence';

/** Words beside a consent that make it the date, the number or the code of one. */
const ABOUT_A_CONSENT: readonly Meaning[] = [
  'date',
  'day',
  'month',
  'year',
  'number',
  'code',
  'id',
  'created',
  'kind',
  'notes',
  'tags',
  'language',
  'website',
];

const CHANNELS: readonly [Meaning, InputCode][] = [
  ['sms', 'SMS_MMS'],
  ['thirdParty', 'CNIL_T'],
  ['partner', 'PARTNER'],
  ['newsletter', 'CNIL_O'],
  ['post', 'LETTER'],
  ['email', 'EMAIL'],
  ['mobile', 'PHONE'],
  ['phone', 'PHONE'],
];

/**
 * The consent a header is about; null where it is about one but does not clearly give it; undefined where it is about none. A refusal is
 * never taken for a consent, and a header with a word that nobody knows for neither.
 */
export function consentOf({ meanings, unknown }: HeaderReading, evidence: Evidence): InputCode | null | undefined {
  const has = (meaning: Meaning): boolean => meanings.includes(meaning);
  const spoken = has('optIn') || has('optOut');
  if (!spoken && !has('newsletter') && !has('sms') && !has('partner') && !has('thirdParty')) return undefined;
  if (unknown.length > 0 || ABOUT_A_CONSENT.some(has)) return !spoken && has('sms') && has('number') ? 'CELLPHONE' : null;
  const yesOrNo = evidence === 'flag' || evidence === 'yes-no';
  if (has('optOut')) return yesOrNo || evidence === 'empty' ? 'OPT_OUT' : null;
  if (!spoken && has('sms') && (evidence === 'phone' || has('phone') || has('mobile'))) return 'CELLPHONE';
  const given = spoken ? yesOrNo || evidence === 'empty' : yesOrNo && (has('newsletter') || has('sms'));
  return given ? (CHANNELS.find(([meaning]) => has(meaning))?.[1] ?? 'CNIL_O') : null;
}
