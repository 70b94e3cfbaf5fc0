import { describe, expect, it } from 'vitest';
import { STANDARD_TITLES } from './fields/values/title';
import { builtInSalutation, type OwnSalutation, SALUTATION_LANGUAGES, salutationOf } from './salutations';

const own: OwnSalutation[] = [
  { title: 'DR', language: 'de', letter: 'Dr.', address: 'Sehr geehrte Frau Doktor' },
  { title: 'MR', language: 'fr', letter: 'M.', address: '' },
  { title: 'UNDEFINED', language: 'fr', letter: '', address: 'Cher public' },
  { title: 'MR', language: 'nl', letter: 'Dhr.', address: 'Geachte heer' },
];

describe('a salutation that is derived', () => {
  it.each([
    ['is the documented pair for a gentleman in English', 'MR', 'en', [], 'Mr', 'Dear Sir'],
    ['is in the language of the contact', 'MRS', 'it', own, 'Sig.ra', 'Gentile Signora'],
    ['is the institution’s before ours, part by part', 'MR', 'fr', own, 'M.', 'Monsieur'],
    ['is the institution’s for a title of its own', 'DR', 'de', own, 'Dr.', 'Sehr geehrte Frau Doktor'],
    ['of a title without a text is that of nobody known', 'DR', 'fr', own, '', 'Cher public'],
    ['without a title is that of nobody known', undefined, 'es', own, '', 'Estimada señora, estimado señor'],
    ['is in a language that only the institution wrote', 'MR', 'nl', own, 'Dhr.', 'Geachte heer'],
    ['of a language without texts is in that of the institution', 'MRS', 'pt', own, 'Madame', 'Madame'],
    ['of a contact without a language is in that of the institution', 'MRS', undefined, own, 'Madame', 'Madame'],
  ] as const)('%s', (_, title, language, texts, letter, address) => {
    expect(salutationOf({ title, language }, texts, 'fr')).toEqual({ LETTER_SALUTATION: letter, ADDR_SALUTATION: address });
  });

  it('is in English where neither the contact’s nor the institution’s language has a text', () => {
    expect(salutationOf({ title: 'MISS', language: 'ja' }, [], 'fi').ADDR_SALUTATION).toBe('Dear Madam');
  });

  it('has our text for each standard title in each language, as long as the format takes', () => {
    expect(SALUTATION_LANGUAGES).toEqual(['en', 'fr', 'de', 'it', 'es']);
    for (const language of SALUTATION_LANGUAGES) {
      for (const title of STANDARD_TITLES) expect(builtInSalutation(title, language)?.address.length, `${title} ${language}`).toBeGreaterThan(0);
    }
  });
});
