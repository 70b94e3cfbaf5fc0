import { isFormatHeader, isUnknownCode } from '@/lib/engine/layouts/known-codes';
import type { ColumnProfile, SuggestionReason } from '@/lib/engine/types';
import { type Claimed, isJobTitle, ofMainAddress, ofMainPerson, resolveName } from './choose-columns';
import type { Claim } from './claim';
import { composeHeader } from './compose';
import { HeaderReader, headerWords } from './header-words';
import type { InputCode } from './input';
import { isConsent, isInFormat, knownCode, knownLabel } from './known-header';
import type { Meaning } from './lexicon/meaning';
import { numberEmails, numberLines, rankOf } from './number-columns';
import { isOneOfSeveral } from './several-columns';
import { contradicts, evidenceOf, severalWords } from './value-evidence';

/** What one column holds. */
export interface ColumnSuggestion {
  index: number;
  header: string;
  input: InputCode | null;
  /** 0 to 1. */
  confidence: number;
  reason: Exclude<SuggestionReason, 'remembered' | 'no-field'>;
}

type Found = Pick<ColumnSuggestion, 'confidence' | 'reason'>;
interface Settled extends Found {
  index: number;
  input: InputCode;
}

const CONFIDENCE = {
  'field-code': 1,
  'older-code': 0.95,
  synonym: 0.92,
  similar: 0.62,
  values: 0.55,
  'unknown-code': 0,
  'code-twice': 0,
  'no-match': 0,
} as const;
const found = (reason: ColumnSuggestion['reason']): Found => ({ confidence: CONFIDENCE[reason], reason });

/** Meanings under which values alone decide nothing: an e-mail there is somebody else's or says what was agreed. */
const VALUES_DO_NOT_COUNT: readonly Meaning[] = ['foreign', 'related', 'optIn', 'optOut'];

/**
 * What each column of a file holds, each field at most once. Codes of the format come first; other headers are read word by word in
 * many languages, confirmed or vetoed by their values, and then chosen together: one person, one address, names by what stands beside
 * them. A header that nothing is known about counts by its values where these can hardly be anything else.
 */
export function suggestColumns(columns: readonly ColumnProfile[]): ColumnSuggestion[] {
  const inFormat = isInFormat(columns.map(({ header }) => header));
  const words = withoutCommonStart(columns.map(({ header }) => wordsOf(header)));
  const ofLayout = isFormatHeader(columns.map(({ header }) => header));
  const isUnknown = ({ header }: ColumnProfile) => ofLayout && isUnknownCode(header);
  const reader = new HeaderReader(words.map(({ outside }) => outside.join(' ')));
  const settled: Settled[] = [];
  const claimed: Claimed[] = [];
  const reasons = new Map<number, ColumnSuggestion['reason']>();
  columns.forEach((column, place) => {
    const code = knownCode(column.header, evidenceOf(column.samples), inFormat);
    if (code) {
      settled.push({ index: column.index, input: code.field, ...found(code.reason) });
      return;
    }
    // A code of the format that nobody knows is put to a person, not guessed at.
    const claim = isUnknown(column) ? null : claimOf(column, words[place] ?? NO_WORDS, reader);
    if (!claim) return;
    reasons.set(column.index, claim.reason);
    claimed.push({ index: column.index, claim: claim.claim, severalWords: severalWords(column.samples) });
  });
  for (const { index, input } of settle(claimed)) settled.push({ index, input, ...found(reasons.get(index) ?? 'no-match') });
  const coded = new Set(settled.filter(({ confidence }) => confidence >= CONFIDENCE['older-code']).map(({ index }) => index));
  return pick(columns, settled).map((column, place) => {
    if (column.input !== null) return column;
    if (coded.has(column.index)) return { ...column, ...found('code-twice') };
    return isUnknown(columns[place] as ColumnProfile) ? { ...column, ...found('unknown-code') } : column;
  });
}

interface Words {
  outside: string[];
  bracketed: string[];
}

const NO_WORDS: Words = { outside: [], bracketed: [] };
const BRACKETS = /\(([^)]*)\)|\[([^\]]*)\]/g;

function wordsOf(header: string): Words {
  const inside = [...header.matchAll(BRACKETS)].map(([, round, square]) => round ?? square ?? '').join(' ');
  const outside = headerWords(header.replace(BRACKETS, ' '));
  return outside.length > 0 ? { outside, bracketed: headerWords(inside) } : { outside: headerWords(inside), bracketed: [] };
}

/** A word that nearly all headers begin with names the export, not its columns. */
const COMMON = 0.8;

function withoutCommonStart(headers: readonly Words[]): readonly Words[] {
  const [first] = headers[0]?.outside ?? [];
  const common = headers.filter(({ outside }) => outside.length > 1 && outside[0] === first).length;
  if (first === undefined || headers.length < 3 || common < headers.length * COMMON) return headers;
  return withoutCommonStart(headers.map((words) => (words.outside[0] === first ? { ...words, outside: words.outside.slice(1) } : words)));
}

const probe = (input: Claim['input']): InputCode => (isNamed(input) ? 'FULL_NAME' : input === 'LINE' || input === 'ADDITION' ? 'LINE1' : input);
const isNamed = (input: Claim['input']): input is 'NAME' | 'NOM' | 'NOME' => input === 'NAME' || input === 'NOM' || input === 'NOME';

function claimOf(column: ColumnProfile, words: Words, reader: HeaderReader): { claim: Claim; reason: ColumnSuggestion['reason'] } | null {
  const evidence = evidenceOf(column.samples);
  const reading = reader.read(words.outside, words.bracketed);
  const claim = composeHeader(reading, evidence);
  if (claim) return contradicts(probe(claim.input), column.samples) ? null : { claim, reason: claim.exact ? 'synonym' : 'similar' };
  const plain = { place: 'plain', person: null, number: null, primary: false, odd: false } as const;
  const label = knownLabel(column.header);
  if (label && (isConsent(label) ? evidence === 'flag' || evidence === 'empty' : !contradicts(label, column.samples))) {
    return { claim: { ...plain, input: label, exact: true }, reason: 'synonym' };
  }
  if (VALUES_DO_NOT_COUNT.some((meaning) => reading.meanings.includes(meaning))) return null;
  if (evidence === 'email') return { claim: { ...plain, input: 'EMAIL1', exact: false }, reason: 'values' };
  return evidence === 'phone' ? { claim: { ...plain, input: 'TELEPHONE', exact: false, odd: true }, reason: 'values' } : null;
}

/** The claims of a file settled against each other. Beside a header that is clear, one that only resembles it is somebody else's. */
function settle(claimed: readonly Claimed[]): { index: number; input: InputCode }[] {
  const sure = new Set(claimed.filter(({ claim }) => claim.exact).map(({ claim }) => claim.input));
  const chosen = ofMainAddress(ofMainPerson(claimed.filter(({ claim }) => claim.exact || !sure.has(claim.input))));
  const named = chosen.map((column) => {
    const input = isJobTitle(column, chosen) ? 'FUNCTION' : resolveName(column, chosen);
    return { ...column, claim: { ...column.claim, input } };
  });
  const given = new Map([...numberEmails(named), ...numberLines(named)]);
  return [...named]
    .sort((a, b) => rankOf(a.claim) - rankOf(b.claim) || a.index - b.index)
    .flatMap(({ index, claim: { input } }) => {
      const code = input === 'EMAIL1' || input === 'LINE' || input === 'LINE1' || input === 'ADDITION' ? given.get(index) : input;
      return code === undefined || isNamed(code as Claim['input']) ? [] : [{ index, input: code as InputCode }];
    });
}

/** Each input once, to the first that wants it; refusals are no field and all of them count. */
function pick(columns: readonly ColumnProfile[], settled: readonly Settled[]): ColumnSuggestion[] {
  const taken = new Set<InputCode>();
  const chosen = new Map<number, Settled>();
  for (const column of settled) {
    if (taken.has(column.input) && !isOneOfSeveral(column.input, column.reason)) continue;
    if (column.input !== 'OPT_OUT') taken.add(column.input);
    chosen.set(column.index, column);
  }
  return columns.map(({ index, header }) => {
    const { input, confidence, reason } = chosen.get(index) ?? { input: null, ...found('no-match') };
    return { index, header, input, confidence, reason };
  });
}
