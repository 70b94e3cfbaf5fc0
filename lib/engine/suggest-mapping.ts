import { FIELDS, type FieldCode } from './fields';
import { fold, foldWords } from './fields/values/tidy';
import { isFormatHeader, isUnknownCode } from './layouts/header-notes';
import type { ColumnProfile, Mapping, Suggestion, SuggestionReason } from './types';
import { type Evidence, evidenceOf } from './value-evidence';

interface Candidate {
  column: ColumnProfile;
  field: FieldCode;
  confidence: number;
  reason: SuggestionReason;
}

/** Headers as compared with words people use: no case, accents, punctuation, brackets, or words run together as in `firstName`. */
const words = (header: string): string => foldWords(header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/\(.*?\)|\[.*?\]/g, ' '));
const joined = (header: string): string => words(header).replaceAll(' ', '');

const byCode = new Map<string, FieldCode>();
const byOlderCode = new Map<string, FieldCode>();
const byWords = new Map<string, FieldCode[]>();
for (const field of FIELDS) {
  byCode.set(field.code, field.code);
  for (const code of field.olderCodes ?? []) byOlderCode.set(code, field.code);
  for (const word of [...Object.values(field.synonyms).flat(), ...Object.values(field.labels)]) {
    const known = byWords.get(joined(word)) ?? [];
    if (!known.includes(field.code)) byWords.set(joined(word), [...known, field.code]);
  }
}

/** Columns with codes that no other tool uses, from which on a file counts as written in the format. */
const CODES_OF_THE_FORMAT = 2;
const isUnmistakable = (code: string): boolean => /[_\d]/.test(code) || code === 'OPERATION' || code === 'INSTITUTION';

/**
 * A field for every column that looks like one, each field at most once. What was accepted before for this header comes first, then codes
 * of the format, older codes, words of five languages, and at last what the values look like.
 */
export function suggestMapping(columns: readonly ColumnProfile[], remembered?: Mapping): Suggestion[] {
  const inFormat = columns.filter(({ header }) => isUnmistakable(header.trim()) && byCode.has(header.trim())).length >= CODES_OF_THE_FORMAT;
  const ofLayout = isFormatHeader(columns.map(({ header }) => header));
  const candidates = columns
    .filter(({ index, header }) => remembered?.[index] === undefined && !(ofLayout && isUnknownCode(header)))
    .flatMap((column) => candidatesOf(column, inFormat))
    .sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index);
  const taken = new Set<FieldCode>(Object.values(remembered ?? {}).filter((field) => field !== null));
  const chosen = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (taken.has(candidate.field) || chosen.has(candidate.column.index)) continue;
    taken.add(candidate.field);
    chosen.set(candidate.column.index, candidate);
  }
  return columns.map(({ index, header }) => {
    const known = remembered?.[index];
    if (known !== undefined) return { index, header, field: known, confidence: 1, reason: 'remembered' };
    const { field, confidence, reason } = chosen.get(index) ?? { field: null, confidence: 0, reason: 'no-match' as const };
    return { index, header, field, confidence, reason };
  });
}

/** The header as text under which an accepted mapping is remembered: the same columns in the same order, however they are spelled. */
export const headerFingerprint = (header: readonly string[]): string => header.map((text) => fold(text.normalize('NFC').trim())).join('\n');

function candidatesOf(column: ColumnProfile, inFormat: boolean): Candidate[] {
  const candidate = (field: FieldCode, confidence: number, reason: SuggestionReason): Candidate => ({ column, field, confidence, reason });
  const evidence = evidenceOf(column.samples);
  const found = byHeader(column.header, evidence, inFormat).map(({ field, confidence, reason }) => candidate(field, confidence, reason));
  return found.length > 0 ? found : byValues(column.header, evidence).map(([field, confidence]) => candidate(field, confidence, 'values'));
}

type Guess = Pick<Candidate, 'field' | 'confidence' | 'reason'>;

function byHeader(header: string, evidence: Evidence, inFormat: boolean): Guess[] {
  const code = header.trim().toUpperCase();
  const exact = byCode.get(code);
  // EMAIL, PHONE, LETTER and PARTNER are consents in the format and addresses or words everywhere else.
  if (exact && (isUnmistakable(exact) || !isConsent(exact) || evidence === 'flag' || (inFormat && evidence === 'empty'))) {
    return [{ field: exact, confidence: 1, reason: 'field-code' }];
  }
  const older = byOlderCode.get(code);
  if (older) return [{ field: older, confidence: 0.95, reason: 'older-code' }];
  return (byWords.get(joined(header)) ?? similar(header)).map((field, rank) => {
    const reason = byWords.has(joined(header)) ? 'synonym' : 'similar';
    const base = (reason === 'synonym' ? 0.9 : 0.6) - rank * 0.1;
    return { field, confidence: contradicts(field, evidence) ? base / 3 : supports(field, evidence) ? base + 0.05 : base, reason };
  });
}

const isConsent = (code: FieldCode): boolean => FIELDS.some((field) => field.code === code && field.group === 'authorizations');

/** Fields with a word that the header has among others, as in `Customer first name`. Consents and other people's data are never so found. */
function similar(header: string): FieldCode[] {
  const text = ` ${words(header)} `;
  if (NOT_ABOUT_THE_CONTACT.test(text)) return [];
  const found = FIELDS.filter((field) => field.group !== 'authorizations' && field.group !== 'global')
    .map((field) => ({ field: field.code, length: longest(text, Object.values(field.synonyms).flat()) }))
    .filter(({ length }) => length >= 4)
    .sort((a, b) => b.length - a.length);
  return found.slice(0, 1).map(({ field }) => field);
}

const longest = (text: string, synonyms: readonly string[]): number =>
  synonyms.reduce((length, synonym) => (text.includes(` ${foldWords(synonym)} `) ? Math.max(length, synonym.length) : length), 0);

/** Words that turn a header into a consent, its opposite, or something about an order. */
const NOT_ABOUT_THE_CONTACT =
  / (opt|consent|consentement|einwilligung|consenso|consentimiento|accept|accepts|accepte|allow|allowed|no|not|pas|non|kein|unsubscribed?|verified|valid|status|order|ticket|event|created|updated|modified|last|count) /;

const EVIDENCE_FOR: Partial<Record<FieldCode, Evidence>> = {
  EMAIL1: 'email',
  EMAIL2: 'email',
  EMAIL3: 'email',
  TELEPHONE: 'phone',
  CELLPHONE: 'phone',
  FAX: 'phone',
  BIRTHDATE: 'date',
};

const supports = (field: FieldCode, evidence: Evidence): boolean => EVIDENCE_FOR[field] === evidence;

/** Values that cannot be of the field: no e-mail without @, no flag in a text field. */
function contradicts(field: FieldCode, evidence: Evidence): boolean {
  if (evidence === 'empty') return false;
  if (isConsent(field)) return evidence !== 'flag';
  const expected = EVIDENCE_FOR[field];
  if (expected === 'email' || expected === 'date') return evidence !== expected;
  return evidence === 'flag' || evidence === 'email';
}

/** Only what can hardly be anything else: an unknown header over e-mails, and with less certainty over phones. */
function byValues(header: string, evidence: Evidence): [FieldCode, number][] {
  if (NOT_ABOUT_THE_CONTACT.test(` ${words(header)} `)) return [];
  if (evidence === 'email')
    return [
      ['EMAIL1', 0.7],
      ['EMAIL2', 0.4],
    ];
  if (evidence === 'phone')
    return [
      ['TELEPHONE', 0.5],
      ['CELLPHONE', 0.4],
    ];
  return [];
}
