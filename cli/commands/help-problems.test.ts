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

  it('does not know others', async () => {
    expect(await helpProblems(['unheard-of'])).toBe(2);
    expect(said(errors)).toContain('unheard-of');
  });
});
