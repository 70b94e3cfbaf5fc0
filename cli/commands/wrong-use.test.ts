import { afterEach, describe, expect, it, vi } from 'vitest';
import { importCommand } from './import';
import { plan } from './plan';

const errors = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => errors.mockClear());

const said = () => errors.mock.calls.map(([text]) => text).join('');

describe('foyer plan', () => {
  it.each([
    [[]],
    [['a.csv', 'b.csv']],
    [['a.csv', '--environment', 'test']],
    [['a.csv', '--apply']],
    [['--resume', '7']],
    [['a.csv', '--unheard-of']],
    [['a.csv', '--lang', 'de']],
  ])('explains itself when it is called with %j', async (args) => {
    expect(await plan(args)).toBe(2);
    expect(said()).toMatch(/^Usage: foyer plan FILE/);
  });
});

describe('foyer import', () => {
  it.each([
    [[]],
    [['a.csv']],
    [['a.csv', 'b.csv', '--apply']],
    [['a.csv', '--apply', '--environment', 'pp p']],
    [['a.csv', '--apply', '--resume', '7']],
    [['--resume', '7']],
    [['--resume', 'x', '--apply']],
  ])('explains itself when it is called with %j', async (args) => {
    expect(await importCommand(args)).toBe(2);
    expect(said()).toMatch(/^Usage: foyer import FILE --apply/);
  });
});
