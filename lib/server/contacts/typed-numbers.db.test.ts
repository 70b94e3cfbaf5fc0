import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { getPlan } from '@/lib/server/imports/get-plan';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport, runImport } from '@/lib/testing/run-import';
import { getContact } from './get-contact';
import { listContacts } from './list-contacts';

let db: TestDatabase;
let actor: Actor;

const FILE = `CONTACT_NR;LASTNAME;EMAIL1;COUNTRY;TELEPHONE;FAX;CELLPHONE;CNIL_O;CONSENT_DATE;CONSENT_SOURCE
101;Bell;a@example.org;FR;0041 21 613 21 11;(41)0216132111;+33612345678;TRUE;25.05.2018;Newsletter form
102;Cole;b@example.org;US;(212) 555-0123;01 SVP 77 77;ask for the number at the front desk, second door on the left;;;
`;

beforeAll(async () => {
  db = await testDatabase();
  actor = await makeActor(db);
  await runImport(actor, FILE);
});
afterAll(() => db.close());

const contact = async (number: string) => {
  const { contacts } = await listContacts(actor, { environment: 'P', search: number, limit: 1 });
  return getContact(actor, { contactId: contacts[0]?.id ?? '' });
};

const numbers = async (number: string) =>
  Object.fromEntries(Object.entries((await contact(number)).fields).filter(([key]) => /^(TELEPHONE|FAX|CELLPHONE)/.test(key)));

describe('the telephone numbers of a contact', () => {
  it('are stored in normal form beside the text that was typed, or as typed where they are none', async () => {
    expect(await numbers('101')).toEqual({
      TELEPHONE: '+41216132111',
      'TELEPHONE~typed': '0041 21 613 21 11',
      FAX: '+41216132111',
      'FAX~typed': '(41)0216132111',
      CELLPHONE: '+33612345678',
    });
    expect(await numbers('102')).toEqual({
      TELEPHONE: '+12125550123',
      'TELEPHONE~typed': '(212) 555-0123',
      FAX: '01 SVP 77 77',
      CELLPHONE: 'ask for the number at the front desk, second door on the left',
    });
  });

  it('change with their texts, and not where the same number is written differently', async () => {
    const { counts } = await runImport(actor, 'CONTACT_NR;COUNTRY;TELEPHONE\n101;CH;021 613 21 11\n102;US;212-555-0123\n');
    expect(counts).toMatchObject({ rows: 2, updated: 1, unchanged: 1 });
    expect((await contact('101')).fields.COUNTRY).toBe('CH');
    expect((await numbers('101'))['TELEPHONE~typed']).toBe('0041 21 613 21 11');

    const next = 'CONTACT_NR;COUNTRY;TELEPHONE;FAX\n101;CH;021 613 21 12;=\n102;US;+12125550124;\n';
    const planned = await getPlan(actor, { importId: await makePlannedImport(actor, next) });
    expect(planned.changedFields).toEqual([
      { field: 'TELEPHONE', count: 2 },
      { field: 'FAX', count: 1 },
    ]);
    await runImport(actor, next);
    expect(await numbers('101')).toEqual({ TELEPHONE: '+41216132112', 'TELEPHONE~typed': '021 613 21 12', CELLPHONE: '+33612345678' });
    expect(await numbers('102')).toMatchObject({ TELEPHONE: '+12125550124' });
    expect(await numbers('102')).not.toHaveProperty('TELEPHONE~typed');
  });
});

it('the evidence of consents is stored with them', async () => {
  expect((await contact('101')).fields).toMatchObject({ CNIL_O: 'TRUE', CONSENT_DATE: '2018-05-25', CONSENT_SOURCE: 'Newsletter form' });
  const { counts } = await runImport(actor, 'CONTACT_NR;CONSENT_DATE;CONSENT_SOURCE\n101;01.06.2018;=\n102;=;=\n');
  expect(counts).toMatchObject({ updated: 1, unchanged: 1 });
  const { fields } = await contact('101');
  expect(fields.CONSENT_DATE).toBe('2018-06-01');
  expect(fields).not.toHaveProperty('CONSENT_SOURCE');
});
