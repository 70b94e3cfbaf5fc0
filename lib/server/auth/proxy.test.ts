import { unstable_doesMiddlewareMatch as doesMatch, getRedirectUrl } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';
import { config, proxy } from '@/proxy';

vi.hoisted(() => vi.stubEnv('FOYER_SECRET', 'a secret for tests only, 32 characters or more'));

const origin = 'http://foyer.test';
const ask = (path: string, cookie = '', method = 'GET') =>
  getRedirectUrl(proxy(new NextRequest(`${origin}${path}`, { method, headers: { cookie } })));

describe('the way to the sign-in page', () => {
  it.each([
    ['/', `${origin}/sign-in`],
    ['/imports/7/plan?kind=update', `${origin}/sign-in?callbackUrl=%2Fimports%2F7%2Fplan%3Fkind%3Dupdate`],
  ])('is shown to who asks for %s without a cookie', (path, target) => {
    expect(ask(path)).toBe(target);
  });

  it('is spared to who has a cookie, and to forms, which answer for themselves', () => {
    expect([ask('/imports', 'foyer.session=any'), ask('/imports', '', 'POST')]).toEqual([null, null]);
  });

  it.each([
    ['/', true],
    ['/imports/7', true],
    ['/contacts', true],
    ['/sign-in', false],
    ['/api/health', false],
    ['/api/uploads/abc', false],
    ['/_next/static/chunk.js', false],
    ['/samples/contacts.csv', false],
  ])('guards %s: %s', (url, guarded) => {
    expect(doesMatch({ config, url })).toBe(guarded);
  });
});
