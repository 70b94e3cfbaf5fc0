import { describe, expect, it } from 'vitest';
import type { Mapping } from '@/lib/engine';
import { groupOf, identityOf, severalFor, startMapping } from './mapping-groups';

const suggestion = (index: number, field: 'EMAIL1' | 'LASTNAME' | 'CNIL_O' | null, confidence: number) =>
  ({ index, header: `h${index}`, field, confidence, reason: field ? 'synonym' : 'no-match' }) as const;

describe('groupOf', () => {
  it.each([
    [suggestion(0, 'EMAIL1', 1), 'sure'],
    [suggestion(0, 'EMAIL1', 0.8), 'sure'],
    [suggestion(0, 'EMAIL1', 0.6), 'check'],
    [suggestion(0, 'CNIL_O', 1), 'check'],
    [{ ...suggestion(0, 'CNIL_O', 1), reason: 'remembered' }, 'check'],
    [suggestion(0, null, 0), 'ignored'],
    [{ ...suggestion(0, null, 0), reason: 'unknown-code' }, 'check'],
    [{ ...suggestion(0, null, 0), reason: 'code-twice' }, 'check'],
    [{ ...suggestion(0, null, 0.7), reason: 'composed' }, 'check'],
  ] as const)('puts %o into %s', (given, group) => {
    expect(groupOf(given)).toBe(group);
  });
});

describe('startMapping', () => {
  const suggestions = [suggestion(0, 'EMAIL1', 1), suggestion(1, null, 0)];

  it('starts from the suggestions', () => {
    expect(startMapping(null, suggestions)).toEqual({ 0: 'EMAIL1', 1: null });
  });

  it('prefers what was accepted before', () => {
    expect(startMapping({ 1: 'LASTNAME' }, suggestions)).toEqual({ 1: 'LASTNAME' });
  });
});

describe('severalFor', () => {
  it('names the field and its columns', () => {
    expect(severalFor({ 0: 'EMAIL1', 1: 'LASTNAME', 2: 'EMAIL1', 3: null, 4: null })).toEqual([{ field: 'EMAIL1', columns: [0, 2] }]);
  });
});

describe('identityOf', () => {
  it.each<[Mapping, string]>([
    [{ 0: 'CONTACT_NR', 1: 'EMAIL1' }, 'numberOrEmail'],
    [{ 0: 'CONTACT_NR' }, 'number'],
    [{ 0: 'EMAIL1' }, 'email'],
    [{ 0: 'EMAIL2' }, 'none'],
  ])('of %o is %s', (mapping, identity) => {
    expect(identityOf(mapping)).toBe(identity);
  });
});
