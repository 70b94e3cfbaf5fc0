import { describe, expect, it } from 'vitest';
import { ISSUES, READ_ERRORS } from '@/lib/engine';
import { describedProblems, PROBLEM_LEVELS } from './described-problems';
import { LANGUAGES } from './index';

describe.each(LANGUAGES)('the problems as described in %s', (language) => {
  const problems = describedProblems(language);

  it('are all of the catalogue, each once', () => {
    expect(problems.map(({ code }) => code)).toEqual([...READ_ERRORS, ...Object.keys(ISSUES)]);
    expect(new Set(problems.map(({ code }) => code)).size).toBe(problems.length);
  });

  it.each(problems)('$code says how grave it is, what it is, what was expected and what to do', ({ level, title, text, expected, action }) => {
    expect(PROBLEM_LEVELS).toContain(level);
    expect(title).toMatch(/^\S.{3,}[^.]$/);
    for (const sentence of [text, expected, action]) expect(sentence).toMatch(/^\S[^{}]{8,}[.…!?]$/s);
    expect(new Set([title, text, expected, action]).size).toBe(4);
  });
});

it('has values left open in the sentences', () => {
  const byCode = new Map(describedProblems('en').map((problem) => [problem.code, problem.text]));
  expect(byCode.get('bad-flag')).toMatch(/^“…” is neither yes nor no\./);
  expect(byCode.get('ragged-row')).toMatch(/^The row has 2 cells where the header has 3 columns\./);
  expect(byCode.get('too-many-columns')).toMatch(/^The file has … columns; at most … can be read\./);
});
