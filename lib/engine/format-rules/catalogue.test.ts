import { beforeAll, describe, expect, it } from 'vitest';
import { cleanRows, prepareCleaning } from '@/lib/engine/clean';
import { FIELDS, type FieldCode } from '@/lib/engine/fields';
import { mapRows } from '@/lib/engine/map';
import { LEXICONS } from '@/lib/engine/mapping/lexicon';
import { suggestColumns } from '@/lib/engine/mapping/suggest-columns';
import { INSTITUTION } from '@/lib/engine/small-file.fixture';
import { FORMAT_RULES } from './format-rules';
import { isAbout } from './rule.fixture';

/** Fields that no header of another tool means, by the reason: their codes and labels alone name them. */
const WITHOUT_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  'steers a row of the format': ['INSTITUTION', 'ORGANIZATION', 'OPERATION', 'ROLE', 'ROW_HASH'],
  'is Foyer’s own and only its exact code names it': ['CONSENT_DATE', 'CONSENT_SOURCE'],
  'is a notion of SecuTix that other tools do not have': ['ADDRESS_NAME1', 'ADDRESS_NAME2', 'COMMUNITY_TYPE'],
  'other tools mostly give it in bands such as 10–49, so nothing is guessed': ['NB_EMPLOYEES'],
};
const exempt = new Set(Object.values(WITHOUT_SYNONYMS).flat());

/** Fields whose rules stand elsewhere, by the place. */
const RULES_ELSEWHERE: Readonly<Record<string, string>> = { ROW_HASH: 'lib/engine/round-trip' };

const named = FIELDS.filter(({ group }) => group !== 'criteria').map((field) => [field.code, field] as const);
const rules = Object.values(FORMAT_RULES).flat();

/** What the values under a header may look like, where they decide what it means. */
const SAMPLES = [[], ['TRUE', 'FALSE'], ['12345']];

/** Everything that the words of a language are understood as, alone, numbered or with another word of what is agreed to. */
function understood(language: string): Set<string> {
  const lexicon = LEXICONS[language] ?? {};
  const phrases = Object.values(lexicon).flatMap((words) => words.split('|'));
  const consents = [lexicon.sms, lexicon.phone, lexicon.post, lexicon.email, lexicon.partner, lexicon.thirdParty].map(
    (words) => words?.split('|')[0],
  );
  const headers = [
    ...phrases.flatMap((phrase) => [phrase, `${phrase} 2`, `${phrase} 3`]),
    ...consents.map((consent) => `${lexicon.optIn?.split('|')[0]} ${consent}`),
  ];
  const column = (header: string, samples: string[]) => ({ index: 0, header, filled: 1, rows: 1, distinct: 1, samples });
  return new Set(headers.flatMap((header) => SAMPLES.map((samples) => suggestColumns([column(header, samples)])[0]?.input ?? '')));
}

describe.each(['en', 'fr'] as const)('every field in %s', (language) => {
  let inputs: Set<string>;
  beforeAll(() => {
    inputs = understood(language);
  });

  it.each(named)('%s has a label of its own', (code, { labels }) => {
    expect(labels[language].trim()).not.toBe('');
    expect(FIELDS.filter((other) => other.labels[language] === labels[language]).map((other) => other.code)).toEqual([code]);
  });

  it.each(named.filter(([code]) => !exempt.has(code)))('%s is meant by a word of headers', (code) => {
    expect([...inputs]).toContain(code);
  });
});

describe('every field', () => {
  it.each(FIELDS.map((field) => [field.code, field] as const))('%s has an example that is taken as it stands, and stays', (code, { example }) => {
    const clean = (text: string) => {
      const mapping = { 0: code as FieldCode };
      const [row] = cleanRows(mapRows([{ row: 2, cells: [text] }], mapping), prepareCleaning(INSTITUTION, mapping, []));
      return { value: row?.cells[code], issues: row?.issues };
    };
    const once = clean(example);
    expect(once.issues).toEqual([]);
    expect(clean(once.value ?? '')).toEqual(once);
  });

  it.each(FIELDS.filter(({ code }) => !RULES_ELSEWHERE[code]).map(({ code }) => [code]))('%s has a rule in the tables', (code) => {
    expect(rules.filter((rule) => isAbout(rule, code))).not.toEqual([]);
  });
});
