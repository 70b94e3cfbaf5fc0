import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { env } from '@/lib/server/env';
import { planFile } from '@/lib/server/imports/plan-file';
import { planImport } from '@/lib/server/imports/plan-import';
import { newKey } from '@/lib/server/storage/key';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { carryOut, makePlannedImport, makePlannedUndo, runImport, runRemoval, runUndo, undisturbed } from '@/lib/testing/run-import';
import { overrideErased } from './override-erased';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const file = (...lines: string[]) => `${lines.join('\n')}\n`;
const HEADER = 'CONTACT_NR;FIRSTNAME;LASTNAME;BIRTHDATE;EMAIL1;EMAIL2';
const EVE = '5;Ève;Leroy;31.12.1980;eve@example.org;';
const MAX = '6;Max;Moreau;01.02.1970;home@example.org;max@example.org';
const ANA = '7;Ana;Moreau;;home@example.org;';

const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders)
  SELECT institution_id, id, 0, 0, 0 FROM contact WHERE institution_id = $1`;

/** Ève was anonymized, Max dropped; Ana, who shares his e-mail, stays. */
async function erase(how = ['ANONYMIZE;5', 'DROP;6']): Promise<{ made: number }> {
  const { id: made } = await runImport(actor, file(HEADER, EVE, MAX, ANA));
  await db.ownerQuery(STANDING, [actor.institutionId]);
  await runRemoval(actor, file('OPERATION;CONTACT_NR', ...how));
  return { made };
}

const told = async (importId: number) =>
  (
    await db.ownerQuery<{ told: string }>(
      `SELECT concat_ws(' ', r.bucket, (SELECT i.params->>'kind' FROM import_issue i WHERE i.import_id = r.import_id AND i.row = r.row AND i.code = 'erased-person')) AS told
       FROM import_row r WHERE r.import_id = $1 ORDER BY r.row`,
      [importId],
    )
  ).map((row) => row.told);

const fingerprints = () =>
  db.ownerQuery<{ kind: string; digest: Buffer }>('SELECT kind, digest FROM erased_fingerprint WHERE institution_id = $1 ORDER BY kind', [
    actor.institutionId,
  ]);

describe('people who were erased', () => {
  it.each<[string, string[], string[]]>([
    ['by number', ['CONTACT_NR;LASTNAME', '5;Leroy'], ['held number']],
    ['by number of who is gone', ['OPERATION;CONTACT_NR;LASTNAME', 'INSERT;6;Moreau'], ['held number']],
    ['by number of an update', ['OPERATION;CONTACT_NR;LASTNAME', 'UPDATE;5;Leroy'], ['held number']],
    ['by number of a reactivation', ['OPERATION;CONTACT_NR', 'UPDATEACT;5'], ['held number']],
    ['by e-mail', ['EMAIL1;LASTNAME', 'EVE@example.org;Other'], ['held email']],
    ['by any of their e-mails', ['EMAIL1;LASTNAME', 'max@example.org;Other'], ['held email']],
    ['by an e-mail in another place', ['EMAIL1;LASTNAME;EMAIL2', 'new@example.org;Other;eve@example.org'], ['held email']],
    ['by an e-mail that somebody else is to get', ['OPERATION;CONTACT_NR;EMAIL3', 'UPDATE;7;Eve@example.org'], ['held email']],
    ['by name and date of birth', ['LASTNAME;FIRSTNAME;BIRTHDATE', 'LEROY;Eve;31.12.1980'], ['held person']],
    ['not by a name alone', ['LASTNAME;FIRSTNAME', 'Leroy;Ève'], ['created']],
    ['not by an e-mail that somebody has', ['EMAIL1;FUNCTION', 'home@example.org;Chair'], ['updated']],
    ['not where somebody else is meant', ['CONTACT_NR;LASTNAME', '7;Morel', '8;Nobody'].slice(0, 3), ['updated', 'created']],
    [
      'nor those in the same file',
      ['EMAIL1;LASTNAME', 'eve@example.org;A', 'eve@example.org;B', 'c@example.org;C'],
      ['held email', 'held email', 'created'],
    ],
  ])('are known again %s', async (_, lines, expected) => {
    await erase();
    expect(await told(await makePlannedImport(actor, file(...lines)))).toEqual(expected);
  });

  it('are known when only their information was erased, as long as nobody brings it back', async () => {
    await erase(['DELETE;5']);
    expect(await told(await makePlannedImport(actor, file('CONTACT_NR;EMAIL1', '5;eve@example.org')))).toEqual(['held number']);
    expect(await told(await makePlannedImport(actor, file('LASTNAME;FIRSTNAME;BIRTHDATE', 'Leroy;Ève;31.12.1980')))).toEqual(['held person']);
  });

  it('hold back the rows that depend on theirs, and nobody else’s', async () => {
    await erase();
    const lines = ['OFFICIAL_NAME;LASTNAME;EMAIL1', 'School;Leroy;eve@example.org', 'School;Cole;cole@example.org'];
    const importId = await makePlannedImport(actor, file(...lines));
    expect(await told(importId)).toEqual(['held email', 'created']);
    const { counts, balanced } = await carryOut(actor, importId);
    expect([counts?.created, counts?.held, balanced]).toEqual([1, 1, true]);
  });

  it('are known from the command line', async () => {
    await erase();
    const path = join(env().dataDir, newKey());
    writeFileSync(path, file(HEADER, EVE, '9;New;Person;;;'));
    const { counts } = await planFile(actor, { path, environment: 'P' }, () => undefined);
    expect(counts).toMatchObject({ held: 1, created: 1 });
  });

  it('are strangers in another environment and to another institution', async () => {
    await erase();
    expect(await told(await makePlannedImport(actor, file(HEADER, EVE), { environment: 'PP' }))).toEqual(['created']);
    actor = await makeActor(db, { role: 'manager' });
    expect(await told(await makePlannedImport(actor, file(HEADER, EVE)))).toEqual(['created']);
  });

  it('leave nothing that can be read or compared without the key', async () => {
    await erase();
    const found = await fingerprints();
    expect(found.map(({ kind }) => kind)).toEqual(['number', 'number', 'email', 'email', 'email', 'person', 'person']);
    expect(new Set(found.map(({ digest }) => digest.toString('hex'))).size).toBe(7);
    const [plain] = await db.ownerQuery<{ digest: Buffer }>(`SELECT sha256('5') AS digest`);
    expect(found.some(({ digest }) => digest.equals(plain?.digest as Buffer))).toBe(false);
    expect(found.every(({ digest }) => digest.length === 32)).toBe(true);
  });
});

describe('an undo and its redo', () => {
  it('do not bring back whom somebody erased between them', async () => {
    const { id } = await runImport(actor, file(HEADER, EVE, ANA));
    const undo = await runUndo(actor, id);
    await runImport(actor, file(HEADER, EVE));
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await runRemoval(actor, file('OPERATION;CONTACT_NR', 'DROP;5'));
    const redo = await makePlannedUndo(actor, undo.id);
    expect(await told(redo)).toEqual(['held contact', 'created']);
  });

  it('do not write to whom somebody erased', async () => {
    await runImport(actor, file(HEADER, EVE));
    const { id } = await runImport(actor, file('CONTACT_NR;FUNCTION', '5;Chair'));
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await runRemoval(actor, file('OPERATION;CONTACT_NR', 'ANONYMIZE;5'));
    expect(await told(await makePlannedUndo(actor, id))).toEqual(['held contact']);
  });
});

describe('a lawful override', () => {
  const reason = 'Asked to be back, letter of 3 May';

  it('lets people back with the import that it was given for, is audited without its words, and frees those who are back', async () => {
    await erase(['DELETE;5', 'DROP;6']);
    const importId = await makePlannedImport(actor, file(HEADER, EVE, MAX));
    expect(await told(importId)).toEqual(['held number', 'held number']);
    await overrideErased(actor, { importId, basis: 'consent', reason });
    await planImport({ institutionId: actor.institutionId, importId }, undisturbed());
    expect(await told(importId)).toEqual(['updated', 'created']);
    await carryOut(actor, importId);
    const [event] = await db.ownerQuery(`SELECT details FROM audit_event WHERE institution_id = $1 AND action = 'import.override-erased'`, [
      actor.institutionId,
    ]);
    expect(event?.details).toEqual({ basis: 'consent', rows: 2 });
    expect(await told(await makePlannedImport(actor, file(`${HEADER};FUNCTION`, `${EVE};Chair`, `${MAX};Chair`)))).toEqual(['updated', 'updated']);
  });

  it('is refused without words, where nobody is held, and to those who may not', async () => {
    await erase();
    const importId = await makePlannedImport(actor, file(HEADER, ANA));
    await expect(overrideErased(actor, { importId, basis: 'consent', reason })).rejects.toMatchObject({ code: 'nobody-erased' });
    await expect(overrideErased(actor, { importId, basis: 'consent', reason: ' ok ' })).rejects.toThrow();
    const importer = await makeActor(db, { role: 'importer', institutionId: actor.institutionId });
    await expect(overrideErased(importer, { importId, basis: 'consent', reason })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
