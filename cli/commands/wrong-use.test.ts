import { afterEach, describe, expect, it, vi } from 'vitest';
import { importCommand } from './import';
import { overrideErasedCommand } from './override-erased';
import { plan } from './plan';
import { standing } from './standing';

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

describe('foyer override-erased', () => {
  it.each([
    [[]],
    [['7', '--basis', 'consent']],
    [['7', '--basis', 'consent', '--reason', 'because']],
    [['7', '--basis', 'whim', '--reason', 'asked to be back']],
    [['x', '--basis', 'consent', '--reason', 'asked to be back']],
  ])('explains itself when it is called with %j', async (args) => {
    expect(await overrideErasedCommand(args)).toBe(2);
    expect(said()).toMatch(/^Usage: foyer override-erased IMPORT/);
  });
});

describe('foyer standing', () => {
  it.each([[[]], [['a.csv', 'b.csv']], [['a.csv', '--environment', 'x']]])('explains itself when it is called with %j', async (args) => {
    expect(await standing(args)).toBe(2);
    expect(said()).toMatch(/^Usage: foyer standing FILE/);
  });
});
