import { describe, expect, it } from 'vitest';
import { planFile, stored, type TypedRow } from './small-file.fixture';
import type { PlannedRow } from './types';

const ANNA = stored({ id: 'anna', number: '1', fields: { LASTNAME: 'Bell', EMAIL1: 'anna@x.org' } });

const buckets = (planned: PlannedRow[]) => planned.map(({ bucket }) => bucket);
const codes = (planned: PlannedRow | undefined) => planned?.issues.map(({ code }) => code);

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
        ...{ LASTNAME: 'Cole', CONTACT_NR: '50', CNIL_O: 'TRUE', EMAIL: 'TRUE', REMARK: 'kind', FUNCTION: 'Head', TITLE: 'UNDEFINED' },
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

  it('do not include rows that are refused on their own account', () => {
    const planned = planFile([
      { EMAIL1: 'a@b.org', COUNTRY: 'UK', LASTNAME: 'Ash' },
      { EMAIL1: 'a@b.org', LASTNAME: 'Bell' },
      { EMAIL1: 'a@b.org', COUNTRY: 'UK', LASTNAME: 'Cole' },
    ]);
    expect(buckets(planned)).toEqual(['refused', 'created', 'refused']);
    expect(planned[1]?.changes[0]?.after).toMatchObject({ LASTNAME: 'Bell' });
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
