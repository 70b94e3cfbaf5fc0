import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRules } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { getContact } from '@/lib/server/contacts/get-contact';
import { listContacts } from '@/lib/server/contacts/list-contacts';
import { defineStructureType } from '@/lib/server/criteria/define-structure-type';
import { addNumberRange } from '@/lib/server/institutions/add-number-range';
import { changeSettings } from '@/lib/server/institutions/change-settings';
import { setSalutation } from '@/lib/server/institutions/set-salutation';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { confirm, makePlannedImport, makeReadImport, runImport, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { applyImport } from './apply-import';
import { getImport } from './get-import';
import { planImport } from './plan-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const manager = () => makeActor(db, { role: 'manager' });

/** Plans an import with rules; gives it as the screens show it. */
async function planned(actor: Actor, content: string, rules: ImportRules) {
  const importId = await makeReadImport(actor, content);
  await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId), rules });
  await planImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return getImport(actor, { importId });
}

async function card(actor: Actor, search: string) {
  const { contacts } = await listContacts(actor, { environment: 'P', search });
  return getContact(actor, { contactId: contacts[0]?.id ?? '' });
}

describe('the rules of an import', () => {
  it('decide whether a row with an unknown value of a list goes on', async () => {
    const actor = await manager();
    const staff = { ...actor, roles: ['operator'], staff: true } as const;
    await defineStructureType(staff, { code: 'SCHOOL', isNew: true, labels: { fr: 'École' } });
    const file = 'OFFICIAL_NAME;STRUCT_TYPE\nLycée;école\nUsine;FACTORY\n';
    expect((await planned(actor, file, {})).counts).toMatchObject({ created: 1, refused: 1 });
    expect((await planned(actor, file, { lenient: true })).counts).toMatchObject({ created: 2, refused: 0 });
    await runImport(actor, file);
    expect((await card(actor, 'Lycée')).fields.STRUCT_TYPE).toBe('SCHOOL');
  });

  it('are part of what is confirmed', async () => {
    const actor = await manager();
    const file = 'LASTNAME;EMAIL1\nZola;emile@example.org\n';
    const hashOf = async (rules: ImportRules) => (await planned(actor, file, rules)).planHash;
    const hashes = [
      await hashOf({}),
      await hashOf({ lenient: true }),
      await hashOf({ raiseConsents: { source: 'a' } }),
      await hashOf({ raiseConsents: { source: 'b' } }),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(await hashOf({})).toBe(hashes[0]);
  });

  it('undo a refusal with its source alone, which the contact and the audit trail keep', async () => {
    const actor = await manager();
    await runImport(actor, 'LASTNAME;EMAIL1;PARTNER\nZola;emile@example.org;FALSE\n');
    const file = 'LASTNAME;EMAIL1;PARTNER\nZola;emile@example.org;TRUE\n';
    await expect(planned(actor, file, { raiseConsents: { source: ' ' } })).rejects.toMatchObject({ code: 'consent-source-needed' });
    await runImport(actor, file);
    expect((await card(actor, 'emile@')).fields.PARTNER).toBe('FALSE');
    const { id } = await planned(actor, file, { raiseConsents: { source: 'Letter of May' } });
    await confirm(actor, id);
    await applyImport({ institutionId: actor.institutionId, importId: id }, undisturbed());
    expect((await card(actor, 'emile@')).fields).toMatchObject({ PARTNER: 'TRUE', CONSENT_SOURCE: 'Letter of May' });
    const [event] = await db.ownerQuery(`SELECT details FROM audit_event WHERE action = 'import.map' AND subject = $1`, [`import:${id}`]);
    expect(event?.details).toEqual({ columns: 3, consentSource: 'Letter of May' });
  });

  it('go before what the institution decided, which goes before what is usual', async () => {
    const actor = await manager();
    const holderOf = async (name: string, rules: ImportRules) => {
      const number = String(Math.abs(name.charCodeAt(0)) + 5000);
      const { id } = await planned(actor, `CONTACT_NR;OFFICIAL_NAME;LASTNAME;FIRSTNAME\n${number};${name};${name}son;Ada\n`, rules);
      await confirm(actor, id);
      await applyImport({ institutionId: actor.institutionId, importId: id }, undisturbed());
      return (await card(actor, number)).kind;
    };
    expect(await holderOf('Ash', {})).toBe('relay');
    await changeSettings(actor, { structureNumber: 'structure' });
    expect(await holderOf('Birch', {})).toBe('structure');
    expect(await holderOf('Cedar', { structureNumber: 'relay' })).toBe('relay');
  });
});

describe('numbers kept for imports', () => {
  it('do not move the sequence, and others do', async () => {
    const actor = await manager();
    await addNumberRange(actor, { environment: 'P', first: '9000', last: '9999', label: '' });
    const next = async () =>
      (await db.ownerQuery<{ next: string }>('SELECT next FROM contact_number_sequence WHERE institution_id = $1', [actor.institutionId]))[0]?.next;
    await runImport(actor, 'CONTACT_NR;LASTNAME\n9100;Zola\n');
    expect(await next()).toBe('1');
    const { counts } = await runImport(actor, 'CONTACT_NR;LASTNAME\n500;Petit\n9101;Grand\n');
    expect(counts).toMatchObject({ created: 2 });
    expect(await next()).toBe('501');
  });
});

describe('the sequence of contact numbers', () => {
  const next = async (actor: Actor) =>
    (await db.ownerQuery<{ next: string }>('SELECT next FROM contact_number_sequence WHERE institution_id = $1', [actor.institutionId]))[0]?.next;

  it('has not moved as long as nothing of the import is stored', async () => {
    const actor = await manager();
    const importId = await makePlannedImport(actor, 'CONTACT_NR;LASTNAME\n;Petit\n700;Grand\n');
    await confirm(actor, importId);
    const job = { institutionId: actor.institutionId, importId };
    const stopped = async () => Promise.reject(new JobStopped('lease-lost'));
    await expect(applyImport(job, { ...undisturbed(), checkpoint: stopped })).rejects.toThrow(JobStopped);
    expect(await next(actor)).toBeUndefined();
    await applyImport(job, undisturbed());
    expect(await next(actor)).toBe('702');
  });

  it('is above the highest number of the file, whatever is refused beside it', async () => {
    const actor = await manager();
    await db.ownerQuery(`ALTER TABLE contact ADD CONSTRAINT nobody_called_refused CHECK (last_name <> 'Refused') NOT VALID`);
    const { counts } = await runImport(actor, 'CONTACT_NR;LASTNAME\n;Petit\n700;Refused\n;Grand\n');
    await db.ownerQuery('ALTER TABLE contact DROP CONSTRAINT nobody_called_refused');
    expect(counts).toMatchObject({ created: 2, held: 1 });
    const numbers = await db.ownerQuery('SELECT number FROM contact WHERE institution_id = $1 ORDER BY id', [actor.institutionId]);
    expect(numbers).toEqual([{ number: '701' }, { number: '702' }]);
    expect(await next(actor)).toBe('703');
  });
});

describe('a salutation', () => {
  it('follows the title and the texts of the institution, and is stored nowhere', async () => {
    const actor = await manager();
    await runImport(
      actor,
      'LASTNAME;TITLE;PREF_LANG;ADDR_SALUTATION;EMAIL1\nBell;MR;en;;a@example.org\nZola;MRS;fr;Chère Madame Zola;b@example.org\n',
    );
    expect(await card(actor, 'a@example.org')).toMatchObject({ salutations: { LETTER_SALUTATION: 'Mr', ADDR_SALUTATION: 'Dear Sir' } });
    expect((await card(actor, 'b@example.org')).salutations).toEqual({ LETTER_SALUTATION: 'Madame' });
    await setSalutation(actor, { title: 'MRS', language: 'fr', letter: 'Mme', address: '' });
    const changed = await card(actor, 'b@example.org');
    expect(changed.salutations).toEqual({ LETTER_SALUTATION: 'Mme' });
    expect(changed.fields.LETTER_SALUTATION).toBeUndefined();
  });
});
