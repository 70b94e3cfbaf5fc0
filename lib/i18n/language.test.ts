import { describe, expect, it } from 'vitest';
import { languageOf } from '@/lib/i18n';

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
