import { describe, expect, it } from 'vitest';
import { FIELDS } from '@/lib/engine';
import type { ContactDetail } from './contact-shapes';
import { fieldGroups } from './field-groups';

const contact = (given: Partial<ContactDetail>): ContactDetail => ({
  id: '1',
  number: '100',
  environment: 'P',
  kind: 'individual',
  status: 'active',
  inactiveReason: null,
  erasure: null,
  version: 1,
  login: false,
  fields: {},
  addresses: [],
  salutations: {},
  criteria: [],
  structure: null,
  relays: [],
  createdAt: '',
  updatedAt: '',
  createdByImport: null,
  updatedByImport: null,
  origins: {},
  ...given,
});

const groupsOf = (given: Partial<ContactDetail>) => fieldGroups(contact(given), 'en');
const filled = (given: Partial<ContactDetail>) => groupsOf(given).flatMap((group) => group.filled);

describe('the fields of a contact', () => {
  it.each(['individual', 'structure', 'relay'] as const)('have a place each, filled or empty: %s', (kind) => {
    const places = FIELDS.filter(({ code, group, appliesTo }) => {
      return appliesTo.includes(kind) && group !== 'criteria' && code !== 'CONTACT_NR' && code !== 'ADDR_TYPE';
    });
    const fields = Object.fromEntries(places.map(({ code, example }) => [code, example]));
    expect(filled({ kind, fields, addresses: [{ uses: 'MSB', fields }] }).map(({ code }) => code)).toEqual(places.map(({ code }) => code));
    const missed = places.filter(({ code }) => !code.endsWith('_SALUTATION'));
    expect(groupsOf({ kind }).flatMap(({ empty }) => empty)).toEqual(missed.map(({ labels }) => labels.en));
  });

  it('are shown even where a contact of the kind has none such', () => {
    expect(filled({ kind: 'structure', fields: { FIRSTNAME: 'Ada' } }).map(({ code }) => code)).toEqual(['FIRSTNAME']);
  });

  it('say of a salutation that nobody wrote that it follows from the title', () => {
    const salutations = { LETTER_SALUTATION: 'Mrs', ADDR_SALUTATION: 'Dear Madam' };
    const told = filled({ fields: { TITLE: 'MRS', LETTER_SALUTATION: 'Ms' }, salutations }).map(({ code, values, derived }) => [
      code,
      values,
      derived,
    ]);
    expect(told).toEqual([
      ['TITLE', ['MRS'], undefined],
      ['LETTER_SALUTATION', ['Ms'], undefined],
      ['ADDR_SALUTATION', ['Dear Madam'], true],
    ]);
  });

  it('stand in the groups of the format, each address in one of its own', () => {
    const addresses = [
      { uses: 'MB', fields: { TOWN: 'Lyon' } },
      { uses: 'S', fields: { TOWN: 'Metz' } },
    ];
    const groups = groupsOf({ fields: { TOWN: 'Lyon', ADDR_TYPE: 'MB', LASTNAME: 'Bell' }, addresses });
    expect(groups.map(({ name, uses, filled }) => [name, uses, filled.map(({ values }) => values[0])])).toEqual([
      ['contact', undefined, []],
      ['individual', undefined, ['Bell']],
      ['address', 'MB', ['Lyon']],
      ['address', 'S', ['Metz']],
      ['means', undefined, []],
      ['authorizations', undefined, []],
    ]);
  });

  it('say which import each value came with, address by address', () => {
    const origin = (row: number) => ({ importId: 7, fileName: 'season.csv', row, at: '' });
    const addresses = [
      { uses: 'MB', fields: { TOWN: 'Lyon' } },
      { uses: 'S', fields: { TOWN: 'Metz' } },
    ];
    const fields = { TOWN: 'Lyon', ADDR_TYPE: 'MB', LASTNAME: 'Bell' };
    const origins = { TOWN: origin(2), 'TOWN@S': origin(3) };
    expect(filled({ fields, addresses, origins }).map((field) => [field.values[0], field.origin?.row ?? null])).toEqual([
      ['Bell', null],
      ['Lyon', 2],
      ['Metz', 3],
    ]);
  });

  it('say of a number how it is documented and typed', () => {
    const fields = { TELEPHONE: '+33140158000', 'TELEPHONE~typed': '01 40 15 80 00', FAX: '01 SVP' };
    expect(filled({ fields })).toMatchObject([
      { code: 'TELEPHONE', values: ['+33140158000'], documented: '33 / 0140158000', typed: '01 40 15 80 00' },
      { code: 'FAX', values: ['01 SVP'], documented: null, typed: undefined },
    ]);
  });

  it('say of the first e-mail alone whether it signs in', () => {
    expect(filled({ login: true, fields: { EMAIL1: 'a@x.org', EMAIL2: 'b@x.org' } }).map(({ login }) => login)).toEqual([true, undefined]);
  });

  it('hold the numbers of authorities one by one', () => {
    expect(filled({ kind: 'structure', fields: { ADMIN_NUMBER: 'APE=9001Z|SIRET=404 833 048 00022' } })).toMatchObject([
      { values: ['APE=9001Z', 'SIRET=404 833 048 00022'] },
    ]);
  });

  it('are named in the language of the reader', () => {
    const [field] = fieldGroups(contact({ fields: { CONSENT_DATE: '2018-05-25' } }), 'fr').flatMap((group) => group.filled);
    expect(field?.label).toBe('Date du consentement');
  });
});
