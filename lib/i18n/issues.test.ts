import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { ISSUES } from '@/lib/engine';
import { LANGUAGES } from '@/lib/i18n';
import en from './en/issues.json';
import fr from './fr/issues.json';

const texts: Record<(typeof LANGUAGES)[number], Record<string, string>> = { en, fr };
/** Every parameter any issue has: a text that asks for another one fails to format. */
const PARAMS = { value: 'x', count: 2, encoding: 'x', cells: 2, columns: 3, length: 9, max: 8, country: 'FR', suggestion: 'GB', expected: 'x' };
const MORE = {
  reason: 'x',
  criterion: 'x',
  source: 'x',
  row: 7,
  column: 3,
  number: '12',
  kind: 'relay',
  structure: '9',
  stored: 'MSB',
  earlier: 'y',
  date: '1980-12-31',
  other: 'DROP',
  amount: '+1.50',
  total: 9,
  percent: 10,
};

/** Names of the arguments a text asks for. */
const argumentsOf = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name as string))].sort();

describe.each(LANGUAGES)('the texts of issues in %s', (language) => {
  it('has one for every code and none without a code', () => {
    expect(Object.keys(texts[language]).sort()).toEqual(Object.keys(ISSUES).sort());
  });

  it.each(Object.keys(ISSUES))('%s can be formatted', (code) => {
    const failures: unknown[] = [];
    const translate = createTranslator({ locale: language, messages: texts[language], onError: (error) => failures.push(error) });
    expect(translate(code, { ...PARAMS, ...MORE }).length).toBeGreaterThan(20);
    expect(failures).toEqual([]);
  });

  it.each(Object.keys(ISSUES))('%s asks for the same parameters as in English', (code) => {
    expect(argumentsOf(texts[language][code] ?? '')).toEqual(argumentsOf(texts.en[code] ?? ''));
  });
});
