import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '@/lib/engine/types';
import { headerFingerprint, suggestMapping } from './suggest-mapping';

const column = (header: string, samples: string[] = [], index = 0): ColumnProfile => ({
  index,
  header,
  samples,
  filled: samples.length,
  rows: samples.length,
  distinct: samples.length,
});

const columns = (given: [header: string, samples?: string[]][]) => given.map(([header, samples], index) => column(header, samples, index));

const fields = (given: [header: string, samples?: string[]][]) => suggestMapping(columns(given)).map(({ field }) => field);

describe('columns of older layouts', () => {
  it('go to one field where it has several of them', () => {
    expect(fields([['LASTNAME'], ['PHONE 1'], ['PHONE 2'], ['PHONE 3']])).toEqual(['LASTNAME', 'TELEPHONE', 'TELEPHONE', 'TELEPHONE']);
    expect(fields([['OPERATION'], ['TELEPHONE'], ['PHONE 2']])).toEqual(['OPERATION', 'TELEPHONE', 'TELEPHONE']);
    expect(fields([['OFFICIAL_NAME'], ['STRUCT_NAME']])).toEqual(['OFFICIAL_NAME', null]);
  });
});

describe('a header alone', () => {
  it.each([
    ['LASTNAME', 'LASTNAME', 'field-code'],
    ['lastname', 'LASTNAME', 'field-code'],
    ['ZIPCODE', 'ZIPCODE', 'field-code'],
    ['CRIT07', 'CRIT07', 'field-code'],
    ['CNIL_O', 'CNIL_O', 'field-code'],
    ['STRUCT_NAME', 'OFFICIAL_NAME', 'older-code'],
    ['INSTIT', 'INSTITUTION', 'older-code'],
    ['Crit7', 'CRIT07', 'older-code'],
    ['First Name', 'FIRSTNAME', 'synonym'],
    ['first_name', 'FIRSTNAME', 'synonym'],
    ['givenName', 'FIRSTNAME', 'synonym'],
    ['PRENOM', 'FIRSTNAME', 'synonym'],
    ['Prénom', 'FIRSTNAME', 'synonym'],
    ['Nom', 'LASTNAME', 'synonym'],
    ['Nachname', 'LASTNAME', 'synonym'],
    ['Cognome', 'LASTNAME', 'synonym'],
    ['Apellidos', 'LASTNAME', 'synonym'],
    ['Nombre', 'FIRSTNAME', 'synonym'],
    ['Straße', 'LINE1', 'synonym'],
    ['Code postal', 'ZIPCODE', 'synonym'],
    ['CP', 'ZIPCODE', 'synonym'],
    ['PLZ', 'ZIPCODE', 'synonym'],
    ['N° client', 'CONTACT_NR', 'synonym'],
    ['Date de naissance', 'BIRTHDATE', 'synonym'],
    ['Email', 'EMAIL1', 'synonym'],
    ['E-mail 2', 'EMAIL2', 'synonym'],
    ['Tél. portable', 'CELLPHONE', 'synonym'],
    ['Handy', 'CELLPHONE', 'synonym'],
    ['Phone', 'TELEPHONE', 'synonym'],
    ['Firma', 'OFFICIAL_NAME', 'synonym'],
    ['Civilité', 'TITLE', 'synonym'],
    ['Customer first name', 'FIRSTNAME', 'synonym'],
    ['Billing postcode', 'ZIPCODE', 'synonym'],
    ['Vorname alt', 'FIRSTNAME', 'similar'],
    ['SMS opt-in', 'SMS_MMS', 'synonym'],
    ['SMS opt-out', null, 'no-field'],
    ['No SMS', null, 'no-field'],
    ['Do not email', null, 'no-field'],
    ['Unsubscribed', null, 'no-field'],
    ['Email verified', null, 'no-match'],
    ['Newsletter', null, 'no-match'],
    ['Order number', null, 'no-match'],
    ['Last updated', null, 'no-match'],
    ['Favourite colour', null, 'no-match'],
    ['', null, 'no-match'],
  ] as const)('%s suggests %s', (header, field, reason) => {
    const [suggestion] = suggestMapping([column(header)]);
    expect(suggestion?.field).toBe(field);
    expect(suggestion?.reason).toBe(reason);
  });
});

describe('codes that are words elsewhere', () => {
  it.each([
    ['EMAIL', ['a@b.org', 'c@d.org'], 'EMAIL1'],
    ['EMAIL', ['TRUE', 'FALSE'], 'EMAIL'],
    ['PHONE', ['01 40 15 80 00'], 'TELEPHONE'],
    ['PHONE', ['TRUE'], 'PHONE'],
    ['LETTER', ['Dear Anna'], null],
    ['PARTNER', ['Bea Cole'], null],
  ] as const)('%s over %j suggests %s', (header, samples, field) => {
    expect(fields([[header, [...samples]]])).toEqual([field]);
  });

  it('are consents in a file of the format even where the column is empty', () => {
    expect(fields([['CONTACT_NR'], ['EMAIL1'], ['EMAIL'], ['PHONE']])).toEqual(['CONTACT_NR', 'EMAIL1', 'EMAIL', 'PHONE']);
  });
});

describe('values', () => {
  it('suggest an e-mail field where the header says nothing', () => {
    const [suggestion] = suggestMapping([column('Column 7', ['a@b.org', 'c@d.org'])]);
    expect(suggestion).toMatchObject({ field: 'EMAIL1', reason: 'values' });
  });

  it('suggest a telephone field for numbers with a prefix or groups, not for bare digits', () => {
    expect(fields([['Column 7', ['+33 1 40 15 80 00']]])).toEqual(['TELEPHONE']);
    expect(fields([['Column 7', ['4015800012']]])).toEqual([null]);
  });

  it('make a header less sure that they contradict', () => {
    const [right] = suggestMapping([column('Email', ['a@b.org'])]);
    const [wrong] = suggestMapping([column('Email', ['Anna'])]);
    expect(right?.confidence).toBeGreaterThan(0.9);
    expect(wrong?.confidence).toBeLessThan(0.5);
  });
});

describe('several columns', () => {
  it('never get one field twice: the better one wins', () => {
    expect(fields([['Vorname alt'], ['Vorname']])).toEqual([null, 'FIRSTNAME']);
    expect(fields([['Work phone'], ['Phone'], ['Pager']])).toEqual([null, 'TELEPHONE', null]);
  });

  it('of e-mail are the three that the format has, the main one first', () => {
    expect(fields([['Work email'], ['Email'], ['Email 3'], ['Other email']])).toEqual(['EMAIL2', 'EMAIL1', 'EMAIL3', null]);
  });

  it('keep what was accepted for this header before, also what was left out', () => {
    const suggestions = suggestMapping(columns([['Name'], ['Nom'], ['Email']]), { 0: 'OFFICIAL_NAME', 2: null });
    expect(suggestions.map(({ field, reason }) => [field, reason])).toEqual([
      ['OFFICIAL_NAME', 'remembered'],
      ['LASTNAME', 'synonym'],
      [null, 'remembered'],
    ]);
  });

  it('of a remembered field are not suggested for another column', () => {
    expect(suggestMapping(columns([['Name'], ['Nom']]), { 0: 'LASTNAME' }).map(({ field }) => field)).toEqual(['LASTNAME', null]);
  });
});

describe('the fingerprint of a header', () => {
  it('is the same for another spelling and another for other columns', () => {
    const fingerprint = headerFingerprint(['Nom', 'Prénom']);
    expect(headerFingerprint([' NOM', 'Pre\u0301nom'])).toBe(fingerprint);
    expect(headerFingerprint(['Prénom', 'Nom'])).not.toBe(fingerprint);
    expect(headerFingerprint(['Nom', 'Prénom', 'Ville'])).not.toBe(fingerprint);
  });
});
