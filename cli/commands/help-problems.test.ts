import { afterEach, describe, expect, it, vi } from 'vitest';
import { ISSUES, READ_ERRORS } from '@/lib/engine';
import { helpProblems } from './help-problems';

const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => vi.clearAllMocks());

const said = (spy: typeof printed) => spy.mock.calls.map(([text]) => text).join('');

describe('foyer help problems', () => {
  it('lists every code in a line', async () => {
    expect(await helpProblems([])).toBe(0);
    expect(said(printed).trimEnd().split('\n')).toHaveLength(READ_ERRORS.length + Object.keys(ISSUES).length);
  });

  it('explains one', async () => {
    expect(await helpProblems(['bad-date'])).toBe(0);
    expect(said(printed)).toMatch(/^bad-date: Not a date\n.*warning.*\n.*\n {2}Expected: .*31\.12\.1980.*\n {2}What to do: .+\n$/i);
  });

  it('explains it in French', async () => {
    expect(await helpProblems(['bad-date', '--lang', 'fr'])).toBe(0);
    expect(said(printed)).toMatch(/^bad-date : .*\n.*\n.*\n {2}Attendu : .*31\.12\.1980.*\n {2}Que faire : .+\n$/i);
  });

  it.each([[['unheard-of']], [['bad-date', '--lang', 'xx']], [['bad-date', 'bad-email']], [['--unheard-of']]])('does not know %j', async (args) => {
    expect(await helpProblems(args)).toBe(2);
    expect(said(errors)).toMatch(/help problems/);
  });
});
