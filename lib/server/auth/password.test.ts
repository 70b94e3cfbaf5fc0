import { describe, expect, it } from 'vitest';
import { hashPassword, NOBODY, verifyPassword } from './password';

const cost = (stored: string) => stored.split('$').slice(1, 4).join('$');

describe('a password', () => {
  it('is recognised by its hash, and no other is', async () => {
    const stored = await hashPassword('a quiet evening');
    expect(await verifyPassword(stored, 'a quiet evening')).toBe(true);
    expect(await verifyPassword(stored, 'A quiet evening')).toBe(false);
  });

  it('is stored as argon2id with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('the same'), hashPassword('the same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('never fits somebody without one, at the cost of comparing a real one', async () => {
    expect(await verifyPassword(null, 'anything')).toBe(false);
    expect(cost(NOBODY)).toBe(cost(await hashPassword('anything')));
  });
});
