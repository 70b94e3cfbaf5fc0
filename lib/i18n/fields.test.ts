import { describe, expect, it } from 'vitest';
import { FIELDS } from '@/lib/engine';
import { catalogues } from './catalogues';
import { LANGUAGES } from './index';

/** Criteria are alike: the first speaks for all. */
const spoken = FIELDS.filter(({ group, code }) => group !== 'criteria' || code === 'CRIT01').map(({ code }) => code as string);

describe.each(LANGUAGES)('the rules of the fields in %s', (language) => {
  const { rules, defaults } = catalogues[language].fields;

  it('are there for every field, and for nothing else', () => {
    expect(Object.keys(rules).sort()).toEqual([...spoken].sort());
  });

  it('are sentences', () => {
    expect(Object.values(rules).filter((rule) => !/^\S.{8,}\.$/.test(rule))).toEqual([]);
  });

  it('have defaults for fields only, which go into a sentence', () => {
    expect(Object.entries(defaults).filter(([code, text]) => !spoken.includes(code) || /\.$/.test(text))).toEqual([]);
  });
});
