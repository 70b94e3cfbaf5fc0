import { describe, expect, it } from 'vitest';
import { languageIn, languageOf, localeOf } from '@/lib/i18n';

describe('languageOf', () => {
  it.each([
    ['fr', 'en-GB,en;q=0.9', 'fr'],
    [undefined, 'fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    [undefined, 'de-CH,fr;q=0.3,en;q=0.7', 'en'],
    [undefined, 'en;q=0.2, fr;q=0.4', 'fr'],
    [undefined, 'ja', 'en'],
    [undefined, null, 'en'],
    ['xx', 'fr', 'fr'],
    [undefined, ';;q=,', 'en'],
  ] as const)('chosen %s, browser %s: %s', (chosen, browser, language) => {
    expect(languageOf(chosen, browser)).toBe(language);
  });
});

describe('localeOf', () => {
  it.each([
    ['fr', 'fr-CH, fr;q=0.9, en;q=0.8', 'fr-CH'],
    ['en', 'fr-CH, fr;q=0.9, en-US;q=0.8', 'en-US'],
    ['en', 'fr-CH', 'en-GB'],
    ['fr', null, 'fr-FR'],
    ['en', 'en-x-not a tag', 'en-GB'],
  ] as const)('%s for a browser that asks for %s: %s', (language, browser, locale) => {
    expect(localeOf(language, browser)).toBe(locale);
    expect(languageIn(locale)).toBe(language);
  });

  it('writes an English date with the day first unless the region says otherwise', () => {
    const date = new Date(Date.UTC(2026, 10, 22));
    const written = (asked: string | null) => new Intl.DateTimeFormat(localeOf('en', asked), { dateStyle: 'short', timeZone: 'UTC' }).format(date);
    expect([written(null), written('en-US')]).toEqual(['22/11/2026', '11/22/26']);
  });
});
