import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveKey, readEnv, VARIABLES } from './env';

const folder = mkdtempSync(join(tmpdir(), 'foyer-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 'thirty-two characters of a secret';
const read = (variables: Record<string, string>) =>
  readEnv({ FOYER_DATA: folder, FOYER_SECRET: secret, ...variables } as unknown as NodeJS.ProcessEnv);

describe('the settings', () => {
  it('have defaults for everything', () => {
    expect(read({})).toMatchObject({ NODE_ENV: 'production', PORT: 3000, FOYER_DEMO: true, FOYER_LOG: 'info', dataDir: folder, secret });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/foyer'],
    ['DATABASE_APP_URL', 'localhost'],
    ['FOYER_SECRET', 'too short'],
    ['FOYER_URL', 'foyer.example.org'],
    ['FOYER_LOG', 'loud'],
    ['FOYER_DEMO', 'perhaps'],
    ['OIDC_ISSUER', 'our provider'],
    ['NODE_ENV', 'staging'],
  ])('stop the start naming %s when it is "%s"', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(`\n  ${name}: `);
  });

  it('name every wrong one at once', () => {
    expect(() => read({ PORT: 'x', FOYER_LOG: 'y' })).toThrow(/PORT: .*\n.*FOYER_LOG: /);
  });

  it.each([
    [{ OIDC_ISSUER: 'https://id.example.org' }],
    [{ OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'foyer' }],
    [{ OIDC_CLIENT_SECRET: 'hush' }],
  ])('want single sign-on whole or not at all: %o', (some) => {
    expect(() => read(some)).toThrow('OIDC_ISSUER: ');
  });

  it('take an empty variable for one that is not set', () => {
    expect(read({ PORT: '', OIDC_ISSUER: '' })).toEqual(read({}));
  });

  it('make a secret once and keep it where only its owner may read it', () => {
    const first = read({ FOYER_SECRET: '' }).secret;
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(read({ FOYER_SECRET: '' }).secret).toBe(first);
    expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0);
  });

  it('leave the data folder alone when a secret is given', () => {
    const untouched = join(folder, 'not-there');
    read({ FOYER_DATA: untouched });
    expect(existsSync(untouched)).toBe(false);
  });

  it('give each purpose a key of its own', () => {
    expect(deriveKey(secret, 'one')).toMatch(/^[0-9a-f]{64}$/);
    expect(deriveKey(secret, 'one')).not.toBe(deriveKey(secret, 'two'));
    expect(deriveKey(secret, 'one')).not.toBe(deriveKey(`${secret}!`, 'one'));
  });
});

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');
  const lines = [...text.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value] as [string, string]);

  it('lists every variable, once, and no others', () => {
    expect(lines.map(([name]) => name).sort()).toEqual([...VARIABLES].sort());
  });

  it('can be used as it stands and says what the defaults are', () => {
    const { secret: _, dataDir: __, FOYER_DATA: ___, FOYER_SECRET: ____, ...defaults } = read({});
    expect(readEnv({ ...Object.fromEntries(lines), FOYER_SECRET: secret } as unknown as NodeJS.ProcessEnv)).toMatchObject(defaults);
  });

  it('has a line of explanation above every variable', () => {
    const bare = text.split('\n\n').filter((block) => block.includes('=') && !/^# .*[.)\w]/.test(block));
    expect(bare).toEqual([]);
  });
});
