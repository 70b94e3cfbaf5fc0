import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { getContact } from '@/lib/server/contacts/get-contact';
import { listContacts } from '@/lib/server/contacts/list-contacts';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor, makeInstitution } from '@/lib/testing/factories';
import { confirm, makePlannedImport, runImport, undisturbed } from '@/lib/testing/run-import';
import { applyImport } from './apply-import';
import { getImport } from './get-import';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db);
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const store = (...lines: string[]) => runImport(actor, file(...lines));
const job = (importId: number) => ({ institutionId: actor.institutionId, importId });
const numbers = async () => {
  const rows = await db.ownerQuery<{ number: string }>('SELECT number FROM contact WHERE institution_id = $1 ORDER BY id', [actor.institutionId]);
  return rows.map(({ number }) => number);
};
/** The one contact of the actor's institution, with one of its parts. */
const only = async (part: string, columns: string) => {
  const sql = `SELECT ${columns} FROM contact c LEFT JOIN ${part} p ON p.contact_id = c.id WHERE c.institution_id = $1`;
  const rows = await db.ownerQuery(sql, [actor.institutionId]);
  return rows.length === 1 ? rows[0] : rows;
};

describe('applying', () => {
  const PEOPLE = [
    'LASTNAME;FIRSTNAME;EMAIL1;ZIPCODE;CNIL_O',
    'Martin;Léa;lea@example.org;01000;TRUE',
    'Noël;Ann;ann@example.org;75011;FALSE',
    ';;;;TRUE',
  ];

  it('makes contacts, with a ledger that adds up', async () => {
    const done = await store(...PEOPLE);
    expect(done).toMatchObject({ state: 'applied', balanced: true });
    expect(done.counts).toEqual({ rows: 3, created: 2, updated: 0, removed: 0, unchanged: 0, merged: 0, held: 0, refused: 1, not_imported: 0 });
    const people = await db.ownerQuery('SELECT number, last_name, kind, version FROM contact WHERE institution_id = $1 ORDER BY id', [
      actor.institutionId,
    ]);
    expect(people).toEqual([
      { number: '1', last_name: 'Martin', kind: 'individual', version: 1 },
      { number: '2', last_name: 'Noël', kind: 'individual', version: 1 },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    await store(...PEOPLE);
    const before = await digestOfContacts(db, actor.institutionId);
    expect((await store(...PEOPLE)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, refused: 1 });
    expect(await digestOfContacts(db, actor.institutionId)).toBe(before);
  });

  it('stores every field of the format as it was given', async () => {
    const header = 'LASTNAME;TITLE;BIRTHDATE;PREF_LANG;FUNCTION;REMARK;TELEPHONE;EMAIL1;EMAIL2;LINE1;TOWN;COUNTRY;ADDR_TYPE;SMS_MMS;LETTER';
    await store(
      header,
      'Girard;MRS;03.04.1980;it;Chair;"A ""quoted"" \\ note";+33140158000;g@example.org;h@example.org;1 rue Haute;Metz;FR;M;TRUE;FALSE',
    );
    const contact = await only(
      'contact_address',
      `title, to_char(birth_date, 'YYYY-MM-DD') AS born, language, job_function, remark, uses, line1, town, country`,
    );
    expect(contact).toEqual({
      title: 'MRS',
      born: '1980-04-03',
      language: 'it',
      job_function: 'Chair',
      remark: 'A "quoted" \\ note',
      uses: 'M',
      line1: '1 rue Haute',
      town: 'Metz',
      country: 'FR',
    });
    expect(await only('contact_means', 'telephone, email1, email2')).toEqual({
      telephone: '+33140158000',
      email1: 'g@example.org',
      email2: 'h@example.org',
    });
    expect(await only('contact_authorizations', 'sms_mms, letter, p.phone')).toEqual({ sms_mms: true, letter: false, phone: null });
  });

  it('clears with =, appends a remark, and leaves alone what is empty', async () => {
    const header = 'CONTACT_NR;LASTNAME;FUNCTION;REMARK;TOWN;FAX';
    await store(header, '5;Leroy;Chair;First;Metz;+33140158001');
    await store(header, '5;;=;||Second;;=');
    expect(await only('contact_address', 'last_name, job_function, remark, town, version')).toEqual({
      last_name: 'Leroy',
      job_function: null,
      remark: 'First\nSecond',
      town: 'Metz',
      version: 2,
    });
    expect(await only('contact_means', 'fax')).toEqual({ fax: null });
  });

  it.each([
    ['FALSE', 'TRUE', false],
    ['TRUE', 'FALSE', false],
    ['', 'TRUE', true],
    ['TRUE', '', true],
  ])('turns an authorization of "%s" by a file that says "%s" into %s', async (before, after, stored) => {
    const mapping = { 0: 'CONTACT_NR', 1: 'LASTNAME', 2: 'PARTNER' } as const;
    for (const said of [before, after]) await runImport(actor, file('CONTACT_NR;LASTNAME;PARTNER', `5;Leroy;${said}`), { mapping });
    expect(await only('contact_authorizations', 'partner')).toEqual({ partner: stored });
  });

  it('replaces, adds to and clears the values of a criterion', async () => {
    const [{ id }] = (await db.ownerQuery<{ id: number }>(
      `INSERT INTO criterion (institution_id, code, type, scope, labels) VALUES ($1, 'STYLE', 'multi', 'BOTH', '{}') RETURNING id`,
      [actor.institutionId],
    )) as [{ id: number }];
    const add = `INSERT INTO criterion_value (institution_id, criterion_id, value, labels, rank) SELECT $1, $2, v, '{}', 1 FROM unnest($3::text[]) v`;
    await db.ownerQuery(add, [actor.institutionId, id, ['Opera', 'Dance', 'Circus']]);
    const values = async () => {
      const rows = await db.ownerQuery<{ value: string }>('SELECT value FROM contact_criterion WHERE institution_id = $1 ORDER BY value', [
        actor.institutionId,
      ]);
      return rows.map(({ value }) => value);
    };
    const storedAfter = async (cell: string) => {
      await store('CONTACT_NR;LASTNAME;CRIT01', `5;Leroy;${cell}`);
      return values();
    };
    expect(await storedAfter('"STYLE=Opera|Dance"')).toEqual(['Dance', 'Opera']);
    expect(await storedAfter('"STYLE=||Circus"')).toEqual(['Circus', 'Dance', 'Opera']);
    expect(await storedAfter('STYLE=Circus')).toEqual(['Circus']);
    expect(await storedAfter('STYLE==')).toEqual([]);
  });

  it('stores what the format knows of a structure, and adds to its numbers', async () => {
    const header = 'OPERATION;CONTACT_NR;OFFICIAL_NAME;COMMUNITY_TYPE;NB_EMPLOYEES;ADMIN_NUMBER';
    await store(header, 'INSERT;5;Lycée;COUNCIL;1 200;SIRET=404 833');
    await store(header, 'CONFIG;;;;;VAT', 'UPDATE;5;;;;FR12');
    const structure = await only('contact_means', 'community_type, employees, admin_numbers');
    expect(structure).toEqual({ community_type: 'COUNCIL', employees: 1200, admin_numbers: 'SIRET=404 833|VAT=FR12' });
    expect((await store(header, 'CONFIG;;;;;VAT', 'UPDATE;5;;;1200;FR12')).counts).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it('keeps an address for each use, from several rows of one file and from later files', async () => {
    const header = 'CONTACT_NR;LASTNAME;ADDR_TYPE;LINE1;TOWN';
    const both = [header, '5;Leroy;M;1 rue Haute;Metz', '5;;S;2 quai Bas;Nice'];
    const addresses = async () => {
      const sql = 'SELECT uses, line1, town FROM contact_address WHERE institution_id = $1 ORDER BY line1';
      return (await db.ownerQuery<{ uses: string; line1: string; town: string }>(sql, [actor.institutionId])).map((row) => Object.values(row));
    };
    expect((await store(...both)).counts).toMatchObject({ created: 1, merged: 1 });
    const split = [
      ['M', '1 rue Haute', 'Metz'],
      ['S', '2 quai Bas', 'Nice'],
    ];
    expect(await addresses()).toEqual(split);
    expect((await store(...both)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 1, merged: 1 });
    expect((await store(header, '5;;SB;;Toulon')).counts).toMatchObject({ updated: 1 });
    expect(await addresses()).toEqual([split[0], ['S', '2 quai Bas', 'Toulon'], ['B', null, 'Toulon']]);
    const [contact] = (await listContacts(actor, { environment: 'P' })).contacts;
    const { fields, addresses: shown } = await getContact(actor, { contactId: contact?.id ?? '' });
    expect([fields.ADDR_TYPE, fields.TOWN]).toEqual(['M', 'Metz']);
    expect(shown.map(({ uses, fields: { TOWN } }) => [uses, TOWN])).toEqual([
      ['M', 'Metz'],
      ['S', 'Toulon'],
      ['B', 'Toulon'],
    ]);
  });

  it('ties relays to their structure', async () => {
    await store('OFFICIAL_NAME;LASTNAME;EMAIL1', 'Lycée;A;a@example.org', 'Lycée;B;b@example.org');
    const rows = await db.ownerQuery(
      `SELECT r.last_name, s.official_name FROM contact r JOIN contact s ON s.id = r.structure_id WHERE r.institution_id = $1 ORDER BY r.last_name`,
      [actor.institutionId],
    );
    expect(rows).toEqual([
      { last_name: 'A', official_name: 'Lycée' },
      { last_name: 'B', official_name: 'Lycée' },
    ]);
  });

  it('gives new contacts numbers above every number of the file, wherever it stands', async () => {
    await store('CONTACT_NR;LASTNAME', ';Un', '0041;Deux', ';Trois', '12345678901234567890;Quatre');
    expect(await numbers()).toEqual(['42', '0041', '43', '12345678901234567890']);
    await store('LASTNAME', 'Cinq');
    expect(await numbers()).toContain('44');
  });
});

describe('a contact that changed between plan and apply', () => {
  it('is left as it is, and its row is held', async () => {
    await store('CONTACT_NR;LASTNAME;FUNCTION', '5;Leroy;Chair', '6;Moreau;Clerk');
    const importId = await makePlannedImport(actor, file('CONTACT_NR;LASTNAME;FUNCTION', '5;Leroy;Planned', '6;Moreau;Planned'));
    await store('CONTACT_NR;LASTNAME;FUNCTION', '5;Leroy;Meanwhile');
    await confirm(actor, importId);
    await applyImport(job(importId), undisturbed());
    const done = await getImport(actor, { importId });
    expect(done.counts).toMatchObject({ rows: 2, updated: 1, held: 1 });
    expect(done.balanced).toBe(true);
    const rows = await db.ownerQuery('SELECT number, job_function FROM contact WHERE institution_id = $1 ORDER BY number', [actor.institutionId]);
    expect(rows).toEqual([
      { number: '5', job_function: 'Meanwhile' },
      { number: '6', job_function: 'Planned' },
    ]);
  });

  it.each([
    ['number', 'CONTACT_NR;LASTNAME', '5;Leroy'],
    ['e-mail', 'LASTNAME;EMAIL1', 'Leroy;leroy@example.org'],
  ])('is not created a second time where its %s was taken meanwhile', async (_, header, row) => {
    const importId = await makePlannedImport(actor, file(header, row));
    await store(header, row);
    await confirm(actor, importId);
    await applyImport(job(importId), undisturbed());
    expect((await getImport(actor, { importId })).counts).toMatchObject({ created: 0, held: 1 });
    expect(await numbers()).toHaveLength(1);
  });
});

describe('an interrupted run', () => {
  it('goes on where it stopped and ends as an undisturbed one does', async () => {
    const people = Array.from({ length: 11_000 }, (_, at) =>
      at % 3 ? `;P${at};p${at}@example.org;Metz` : `Ecole ${at % 60};R${at};r${at}@example.org;Lyon`,
    );
    const content = file('OFFICIAL_NAME;LASTNAME;EMAIL1;TOWN', ...people);
    const undisturbedActor = await makeActor(db, { institutionId: (await makeInstitution(db)).id });
    const whole = await runImport(undisturbedActor, content);

    const importId = await makePlannedImport(actor, content);
    await confirm(actor, importId);
    for (let runs = 0; ; runs++) {
      let chunks = 0;
      const checkpoint = async () => {
        chunks++;
        if (chunks > 1) throw new JobStopped('stopping');
      };
      const stopped = await applyImport(job(importId), { ...undisturbed(), checkpoint }).then(
        () => false,
        (error: unknown) => error instanceof JobStopped,
      );
      if (stopped) continue;
      expect(runs).toBeGreaterThan(1);
      break;
    }
    expect((await getImport(actor, { importId })).counts).toEqual(whole.counts);
    expect(whole.counts?.created).toBe(11_000);
    expect(await digestOfContacts(db, actor.institutionId)).toBe(await digestOfContacts(db, undisturbedActor.institutionId));
  });
});
