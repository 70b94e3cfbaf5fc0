import { describe, expect, it } from 'vitest';
import type { FieldCode } from './fields';
import { planFile, stored, type TypedRow } from './small-file.fixture';
import type { PlannedRow, StoredContact } from './types';

const ANNA = stored({
  id: 'anna',
  number: '1',
  fields: { FIRSTNAME: 'Anna', LASTNAME: 'Bell', EMAIL1: 'anna@x.org', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
});

const buckets = (planned: PlannedRow[]) => planned.map(({ bucket }) => bucket);
const codes = (planned: PlannedRow | undefined) => planned?.issues.map(({ code }) => code);

/** The one change of a row about one stored contact. */
function update(row: TypedRow, contact: StoredContact = ANNA) {
  const [planned] = planFile([{ CONTACT_NR: contact.number, ...row }], [contact]);
  const [change] = planned?.changes ?? [];
  return { bucket: planned?.bucket, kind: change?.kind, before: change?.before, after: change?.after, codes: codes(planned) };
}

describe('creating', () => {
  it('gives a person a title, a language and, with an address, its country and uses', () => {
    const [planned] = planFile([{ LASTNAME: 'Bell', TOWN: 'Lyon' }]);
    expect(planned).toMatchObject({ row: 2, bucket: 'created', issues: [] });
    expect(planned?.changes).toEqual([
      {
        row: 2,
        part: 'individual',
        kind: 'create',
        contactId: null,
        contactVersion: null,
        structure: null,
        before: {},
        after: { LASTNAME: 'Bell', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB', PREF_LANG: 'fr', TITLE: 'UNDEFINED' },
      },
    ]);
  });

  it.each<[string, TypedRow, Partial<Record<FieldCode, string>>]>([
    [
      'what the row says goes before a default',
      { LASTNAME: 'Bell', TITLE: 'Mme', PREF_LANG: 'it', COUNTRY: 'CH', ADDR_TYPE: 'B' },
      { LASTNAME: 'Bell', TITLE: 'MRS', PREF_LANG: 'it', COUNTRY: 'CH', ADDR_TYPE: 'B' },
    ],
    ['an e-mail alone is enough', { EMAIL1: 'a@b.org' }, { EMAIL1: 'a@b.org', PREF_LANG: 'fr', TITLE: 'UNDEFINED' }],
    ['uses without an address say nothing', { LASTNAME: 'Bell', ADDR_TYPE: 'M' }, { LASTNAME: 'Bell', PREF_LANG: 'fr', TITLE: 'UNDEFINED' }],
    [
      'the append mark has nothing to append to',
      { LASTNAME: 'Bell', REMARK: '|| new' },
      { LASTNAME: 'Bell', REMARK: 'new', PREF_LANG: 'fr', TITLE: 'UNDEFINED' },
    ],
    ['clearing does nothing', { LASTNAME: 'Bell', TOWN: '=' }, { LASTNAME: 'Bell', PREF_LANG: 'fr', TITLE: 'UNDEFINED' }],
    [
      'a consent that nobody gave yet may be given',
      { LASTNAME: 'Bell', CNIL_O: 'TRUE' },
      { LASTNAME: 'Bell', CNIL_O: 'TRUE', EMAIL: 'TRUE', PREF_LANG: 'fr', TITLE: 'UNDEFINED' },
    ],
    ['the number comes along', { LASTNAME: 'Bell', CONTACT_NR: '007' }, { LASTNAME: 'Bell', CONTACT_NR: '007', PREF_LANG: 'fr', TITLE: 'UNDEFINED' }],
    [
      'what only steers the row is not stored',
      { LASTNAME: 'Bell', INSTITUTION: 'OPERA', ORGANIZATION: '*', OPERATION: 'INSERT', ROLE: 'PUBLIC' },
      { LASTNAME: 'Bell', PREF_LANG: 'fr', TITLE: 'UNDEFINED' },
    ],
    [
      'a structure gets a name for the post',
      { OFFICIAL_NAME: `${'x'.repeat(37)} yz` },
      { OFFICIAL_NAME: `${'x'.repeat(37)} yz`, ADDRESS_NAME1: 'x'.repeat(37), PREF_LANG: 'fr' },
    ],
  ])('%s', (_, row, after) => {
    const [planned] = planFile([row]);
    expect(planned?.bucket).toBe('created');
    expect(planned?.changes[0]?.after).toEqual(after);
  });

  it('refuses a row that has neither a name nor an e-mail', () => {
    const [planned] = planFile([{ TOWN: 'Lyon', CONTACT_NR: '5' }]);
    expect(planned).toMatchObject({ bucket: 'refused', changes: [] });
    expect(codes(planned)).toEqual(['nothing-to-create']);
  });
});

describe('updating', () => {
  it.each<[string, TypedRow, object, object]>([
    ['only what differs is changed', { FIRSTNAME: 'Anna', LASTNAME: 'Cole' }, { LASTNAME: 'Bell' }, { LASTNAME: 'Cole' }],
    ['an empty cell leaves alone', { FIRSTNAME: 'Bea', LASTNAME: '', EMAIL1: ' ' }, { FIRSTNAME: 'Anna' }, { FIRSTNAME: 'Bea' }],
    ['= clears', { EMAIL1: '=' }, { EMAIL1: 'anna@x.org' }, { EMAIL1: null }],
    ['a part of an address leaves the other parts', { ZIPCODE: '69001' }, { ZIPCODE: null }, { ZIPCODE: '69001' }],
    ['defaults are for new contacts only', { TITLE: 'MRS' }, { TITLE: null }, { TITLE: 'MRS' }],
    ['a consent may be given for the first time', { EMAIL: 'TRUE' }, { EMAIL: null }, { EMAIL: 'TRUE' }],
    ['criteria are replaced', { CRIT01: 'SEASON=Opera' }, { '=SEASON': null }, { '=SEASON': 'Opera' }],
  ])('%s', (_, row, before, after) => {
    expect(update(row)).toMatchObject({ bucket: 'updated', kind: 'update', before, after, codes: [] });
    expect(update(row).after).toEqual(after);
  });

  it.each<[string, TypedRow]>([
    ['says the same', { FIRSTNAME: 'Anna', EMAIL1: 'ANNA@x.org' }],
    ['says nothing', {}],
    ['clears what is empty', { ZIPCODE: '=' }],
    ['names the uses of the address there is', { ADDR_TYPE: 'MSB', TOWN: 'Lyon' }],
  ])('changes nothing where the row %s', (_, row) => {
    expect(update(row)).toMatchObject({ bucket: 'unchanged', kind: 'unchanged', before: {}, after: {}, codes: [] });
  });

  it('gives a first address its country and uses', () => {
    const bea = stored({ id: 'bea', number: '2', fields: { LASTNAME: 'Bell' } });
    expect(update({ TOWN: 'Nice' }, bea)).toMatchObject({
      before: { TOWN: null, COUNTRY: null, ADDR_TYPE: null },
      after: { TOWN: 'Nice', COUNTRY: 'FR', ADDR_TYPE: 'MSB' },
    });
  });

  it.each([
    ['FALSE', 'TRUE', undefined, ['consent-raise']],
    ['FALSE', '=', undefined, ['consent-raise']],
    ['FALSE', 'FALSE', undefined, []],
    ['TRUE', 'FALSE', 'FALSE', []],
    ['TRUE', '=', null, []],
  ] as const)('a consent of %s with %s becomes %s', (before, typed, after, found) => {
    const contact = stored({ id: 'c', number: '3', fields: { LASTNAME: 'x', SMS_MMS: before } });
    const planned = update({ SMS_MMS: typed }, contact);
    expect([planned.after?.SMS_MMS, planned.codes]).toEqual([after, found]);
    expect(planned.bucket).toBe(after === undefined ? 'unchanged' : 'updated');
  });

  it('appends to a remark and to the values of a list', () => {
    const contact = stored({ id: 'c', number: '3', fields: { REMARK: 'old', '=SEASON': 'Dance' } });
    expect(update({ REMARK: '|| new', CRIT01: 'SEASON=||Jazz|Dance' }, contact).after).toEqual({ REMARK: 'old\nnew', '=SEASON': 'Dance|Jazz' });
  });

  it('reactivates an inactive contact by UPDATEACT only', () => {
    const inactive = stored({ ...ANNA, status: 'inactive' });
    expect(update({ OPERATION: 'UPDATEACT' }, inactive)).toMatchObject({
      bucket: 'updated',
      before: { STATUS: 'inactive' },
      after: { STATUS: 'active' },
    });
    expect(update({ OPERATION: 'UPDATEACT' })).toMatchObject({ bucket: 'unchanged' });
    expect(update({ OPERATION: 'UPDATE' }, inactive)).toMatchObject({ bucket: 'unchanged' });
  });

  it('leaves out, with a warning, what a contact of its kind does not have', () => {
    const school = stored({ id: 's', number: '10', kind: 'structure', fields: { OFFICIAL_NAME: 'School' } });
    expect(update({ CNIL_O: 'TRUE', CRIT01: 'SEAT=Stalls', WEB_SITE: 'a.org', TITLE: 'MR' }, school)).toMatchObject({
      after: { WEB_SITE: 'http://a.org' },
      codes: ['field-not-for-kind', 'field-not-for-kind', 'field-not-for-kind'],
    });
    expect(update({ STRUCT_TYPE: 'SCHOOL', CRIT01: 'LEVEL=Primary' }).codes).toEqual(['field-not-for-kind', 'field-not-for-kind']);
  });
});

describe('buckets', () => {
  it('hold every row once, also those that are not carried out', () => {
    const planned = planFile(
      [
        { OPERATION: 'CONFIG', CRIT01: 'SEASON' },
        { OPERATION: 'INSERT', LASTNAME: 'Bell', CRIT01: 'Opera' },
        { OPERATION: 'UPDATE', CONTACT_NR: '1', LASTNAME: 'Cole' },
        { OPERATION: 'DROP', CONTACT_NR: '1' },
        { OPERATION: 'INSERT', LASTNAME: 'Bell', COUNTRY: 'UK' },
      ],
      [ANNA],
    );
    expect(buckets(planned)).toEqual(['not_imported', 'created', 'updated', 'held', 'refused']);
    expect(planned.filter(({ changes }) => changes.length > 0).map(({ row }) => row)).toEqual([3, 4]);
  });
});
