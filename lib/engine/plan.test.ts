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
      { LASTNAME: 'Bell', CNIL_O: 'TRUE', PREF_LANG: 'fr', TITLE: 'UNDEFINED' },
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

  it('does not overwrite an address by one for other uses', () => {
    expect(update({ TOWN: 'Nice', ADDR_TYPE: 'B', FIRSTNAME: 'Bea' })).toMatchObject({ after: { FIRSTNAME: 'Bea' }, codes: ['second-address'] });
    expect(update({ TOWN: 'Nice', ADDR_TYPE: 'B', FIRSTNAME: 'Bea' }).after).not.toHaveProperty('TOWN');
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

describe('a structure and its relay', () => {
  const PAIR: TypedRow = {
    OFFICIAL_NAME: 'School',
    LASTNAME: 'Cole',
    CONTACT_NR: '50',
    PREF_LANG: 'en',
    TOWN: 'Lyon',
    EMAIL1: 'cole@x.org',
    CNIL_O: 'TRUE',
    REMARK: 'kind',
    FUNCTION: 'Head',
    STRUCT_TYPE: 'LYCEE',
    CRIT01: 'LEVEL=Primary',
    CRIT02: 'SEASON=Opera',
    CRIT03: 'SEAT=Stalls',
  };

  it('share a row as the format says', () => {
    const [planned] = planFile([PAIR]);
    expect(planned?.bucket).toBe('created');
    expect(planned?.changes.map(({ part, structure }) => [part, structure])).toEqual([
      ['structure', null],
      ['relay', { kind: 'created', row: 2 }],
    ]);
    const both = { PREF_LANG: 'en', TOWN: 'Lyon', COUNTRY: 'FR', ADDR_TYPE: 'MSB', EMAIL1: 'cole@x.org' };
    expect(planned?.changes.map(({ after }) => after)).toEqual([
      { ...both, OFFICIAL_NAME: 'School', ADDRESS_NAME1: 'School', STRUCT_TYPE: 'LYCEE', '=LEVEL': 'Primary' },
      {
        ...both,
        ...{ LASTNAME: 'Cole', CONTACT_NR: '50', CNIL_O: 'TRUE', REMARK: 'kind', FUNCTION: 'Head', TITLE: 'UNDEFINED' },
        ...{ '=SEASON': 'Opera', '=SEAT': 'Stalls' },
      },
    ]);
  });

  it('is created once for all relays of a file', () => {
    const planned = planFile([
      { OFFICIAL_NAME: 'School', LASTNAME: 'Cole', TELEPHONE: '' },
      { OFFICIAL_NAME: 'School', LASTNAME: 'Dahl', TELEPHONE: '01 40 15 80 00' },
    ]);
    expect(buckets(planned)).toEqual(['created', 'created']);
    expect(planned[1]?.changes).toMatchObject([{ part: 'relay', structure: { kind: 'created', row: 2 }, after: { LASTNAME: 'Dahl' } }]);
  });

  it('is changed once by the first of several relays', () => {
    const school = stored({ id: 's', number: '10', kind: 'structure', fields: { OFFICIAL_NAME: 'School', ADDRESS_NAME1: 'School' } });
    const planned = planFile(
      [
        { OFFICIAL_NAME: 'School', LASTNAME: 'Cole', TELEPHONE: '01 40 15 80 00' },
        { OFFICIAL_NAME: 'School', LASTNAME: 'Dahl', TELEPHONE: '01 40 15 80 01' },
      ],
      [school],
    );
    expect(planned[0]?.changes).toMatchObject([{ part: 'structure', contactId: 's', after: { TELEPHONE: '+33140158000' } }, { part: 'relay' }]);
    expect(planned[1]?.changes).toMatchObject([{ part: 'relay', structure: { kind: 'stored', contactId: 's' } }]);
  });

  it('takes what a later row says of the structure alone', () => {
    const planned = planFile([
      { OFFICIAL_NAME: 'School', LASTNAME: 'Cole', WEB_SITE: '', FAX: '' },
      { OFFICIAL_NAME: 'School', LASTNAME: '', WEB_SITE: 'a.org', FAX: '01 40 15 80 00' },
    ]);
    expect(buckets(planned)).toEqual(['created', 'merged']);
    expect(planned[0]?.changes[0]?.after).toMatchObject({ WEB_SITE: 'http://a.org', FAX: '+33140158000' });
    expect(planned[0]?.changes[1]?.after).not.toHaveProperty('FAX');
  });

  it('is created by the next row where the first one is refused', () => {
    const planned = planFile(
      [
        { OPERATION: 'INSERT', OFFICIAL_NAME: 'School', LASTNAME: 'Bell', CONTACT_NR: '1' },
        { OPERATION: 'INSERT', OFFICIAL_NAME: 'School', LASTNAME: 'Cole', CONTACT_NR: '2' },
      ],
      [ANNA],
    );
    expect(buckets(planned)).toEqual(['refused', 'created']);
    expect(planned[1]?.changes.map(({ part }) => part)).toEqual(['structure', 'relay']);
  });
});

describe('several rows about one contact', () => {
  it('become one change; the later wins where they differ, and says so', () => {
    const planned = planFile([
      { EMAIL1: 'a@b.org', LASTNAME: 'Bell', TOWN: 'Lyon' },
      { EMAIL1: 'A@B.org', LASTNAME: 'Cole', ZIPCODE: '69001' },
    ]);
    expect(buckets(planned)).toEqual(['created', 'merged']);
    expect(planned[0]?.changes[0]?.after).toMatchObject({ LASTNAME: 'Cole', TOWN: 'Lyon', ZIPCODE: '69001' });
    expect(planned[1]).toMatchObject({
      changes: [],
      issues: [
        { code: 'merged-into-row', params: { row: 2 } },
        { code: 'later-row-wins', row: 3, field: 'LASTNAME' },
      ],
    });
  });

  it('never raise a consent that one of them refuses', () => {
    const planned = planFile([
      { EMAIL1: 'a@b.org', CNIL_O: 'FALSE', CNIL_T: 'TRUE' },
      { EMAIL1: 'a@b.org', CNIL_O: 'TRUE', CNIL_T: 'FALSE' },
    ]);
    expect(planned[0]?.changes[0]?.after).toMatchObject({ CNIL_O: 'FALSE', CNIL_T: 'FALSE' });
    expect(codes(planned[1])).toEqual(['merged-into-row', 'consent-raise', 'later-row-wins']);
  });

  it('add up appended remarks and criteria', () => {
    const planned = planFile([
      { EMAIL1: 'a@b.org', REMARK: 'one', CRIT01: 'SEASON=Opera' },
      { EMAIL1: 'a@b.org', REMARK: '||two', CRIT01: 'SEASON=||Jazz' },
    ]);
    expect(planned[0]?.changes[0]?.after).toMatchObject({ REMARK: 'one\ntwo', '=SEASON': 'Jazz|Opera' });
  });

  it('are recognised by the e-mail of an earlier row with a number', () => {
    const planned = planFile([
      { CONTACT_NR: '5', EMAIL1: 'a@b.org', LASTNAME: 'Bell' },
      { EMAIL1: 'a@b.org', TOWN: 'Lyon' },
      { CONTACT_NR: '6', EMAIL1: 'a@b.org', LASTNAME: 'Bell' },
    ]);
    expect(buckets(planned)).toEqual(['created', 'merged', 'created']);
  });

  it('are refused with the first of them', () => {
    const planned = planFile([
      { OPERATION: 'UPDATE', CONTACT_NR: '99', TOWN: 'Lyon' },
      { OPERATION: 'UPDATE', CONTACT_NR: '99', TOWN: 'Nice' },
    ]);
    expect(planned.map(({ bucket, issues }) => [bucket, issues.map(({ code }) => code)])).toEqual([
      ['refused', ['unknown-number']],
      ['refused', ['first-row-refused']],
    ]);
  });

  it('are never changed twice: what only the database shows to be one is refused', () => {
    const planned = planFile(
      [
        { EMAIL1: 'anna@x.org', CONTACT_NR: '', TOWN: 'Nice' },
        { EMAIL1: '', CONTACT_NR: '1', TOWN: 'Metz' },
      ],
      [ANNA],
    );
    expect(buckets(planned)).toEqual(['updated', 'refused']);
    expect(planned[1]?.issues).toMatchObject([{ code: 'contact-twice', params: { row: 2 } }]);
  });

  it('with INSERT are each somebody new, but not with one number', () => {
    const planned = planFile([
      { OPERATION: 'INSERT', LASTNAME: 'Bell', EMAIL1: 'a@b.org', CONTACT_NR: '5' },
      { OPERATION: 'INSERT', LASTNAME: 'Bell', EMAIL1: 'a@b.org', CONTACT_NR: '' },
      { OPERATION: 'INSERT', LASTNAME: 'Cole', EMAIL1: '', CONTACT_NR: '5' },
    ]);
    expect(buckets(planned)).toEqual(['created', 'created', 'refused']);
    expect(codes(planned[2])).toEqual(['number-twice']);
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
