import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport, makeReadImport, runImport, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { cancelImport } from './cancel-import';
import { confirmImport } from './confirm-import';
import { getImport } from './get-import';
import { listChanges } from './list-changes';
import { planImport } from './plan-import';

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
const job = (importId: number) => ({ institutionId: actor.institutionId, importId });
const buckets = async (importId: number) => {
  const rows = await db.ownerQuery<{ bucket: string }>('SELECT bucket FROM import_row WHERE import_id = $1 ORDER BY row', [importId]);
  return rows.map(({ bucket }) => bucket);
};
const plan = async (...lines: string[]) => {
  const importId = await makePlannedImport(actor, file(...lines));
  const { changes } = await listChanges(actor, { importId });
  return { importId, changes, buckets: await buckets(importId) };
};
const store = (...lines: string[]) => runImport(actor, file(...lines));

describe('planning', () => {
  it('makes an individual, a structure, and a structure with its relay of what rows name', async () => {
    const { changes } = await plan('OFFICIAL_NAME;LASTNAME', ';Dubois', 'Lycée Nord;', 'Collège Sud;Petit');
    expect(changes.map(({ row, part, kind }) => [row, part, kind])).toEqual([
      [2, 'individual', 'create'],
      [3, 'structure', 'create'],
      [4, 'structure', 'create'],
      [4, 'relay', 'create'],
    ]);
  });

  it('creates a structure once, however many relays of it the file has', async () => {
    const { importId, changes } = await plan(
      'OFFICIAL_NAME;LASTNAME;EMAIL1',
      'Lycée;A;a@example.org',
      'Lycée;B;b@example.org',
      'Autre;C;c@example.org',
      'Lycée;D;d@example.org',
    );
    const structures = changes.filter(({ part }) => part === 'structure');
    expect(structures.map(({ row }) => row)).toEqual([2, 4]);
    const relays = await db.ownerQuery('SELECT row, structure_id::text FROM plan_change WHERE import_id = $1 AND part = $2 ORDER BY row', [
      importId,
      'relay',
    ]);
    const [lycee, autre] = structures.map(({ contactId }) => contactId);
    expect(relays.map(({ structure_id }) => structure_id)).toEqual([lycee, lycee, autre, lycee]);
  });

  it('adds a relay to a structure that is stored already', async () => {
    await store('OFFICIAL_NAME;TOWN', 'Lycée;Metz');
    const { changes, importId } = await plan('OFFICIAL_NAME;TOWN;LASTNAME', 'Lycée;Metz;Roux');
    expect(changes.map(({ part, kind }) => [part, kind])).toEqual([
      ['structure', 'unchanged'],
      ['relay', 'create'],
    ]);
    const [relay] = await db.ownerQuery('SELECT structure_id::text FROM plan_change WHERE import_id = $1 AND part = $2', [importId, 'relay']);
    expect(relay?.structure_id).toBe(changes.find(({ part }) => part === 'structure')?.contactId);
  });

  it('shows old and new value of a field that differs and of no other', async () => {
    await store('LASTNAME;EMAIL1;FUNCTION', 'Faure;faure@example.org;Chair');
    const { changes, buckets } = await plan('LASTNAME;EMAIL1;FUNCTION', 'Faure;faure@example.org;Treasurer');
    expect(buckets).toEqual(['updated']);
    expect(changes[0]).toMatchObject({ kind: 'update', before: { FUNCTION: 'Chair' }, after: { FUNCTION: 'Treasurer' } });
  });

  it('merges a later row about the same person into the first', async () => {
    const { buckets, changes } = await plan('LASTNAME;EMAIL1;TOWN', 'Roy;roy@example.org;', 'Roy;roy@example.org;Nice', 'Ray;ray@example.org;');
    expect(buckets).toEqual(['created', 'merged', 'created']);
    expect(changes[0]?.after).toMatchObject({ TOWN: 'Nice' });
  });

  it('takes the e-mail that several stored persons have for the one who signs in with it', async () => {
    await store('OPERATION;LASTNAME;EMAIL1', 'INSERT;Un;shared@example.org', 'INSERT;Deux;shared@example.org');
    const { changes } = await plan('LASTNAME;EMAIL1', 'Drei;shared@example.org');
    expect(changes[0]).toMatchObject({ kind: 'update', before: { LASTNAME: 'Un' } });
  });

  it('refuses an e-mail that several stored persons have and none signs in with', async () => {
    await store('OPERATION;LASTNAME;EMAIL1', 'INSERT;Un;shared@example.org', 'INSERT;Deux;shared@example.org');
    await db.ownerQuery('UPDATE contact_means SET login = false WHERE institution_id = $1', [actor.institutionId]);
    const { buckets, importId } = await plan('LASTNAME;EMAIL1', 'Un;shared@example.org');
    expect(buckets).toEqual(['refused']);
    const issues = await db.ownerQuery('SELECT code, "column", params FROM import_issue WHERE import_id = $1', [importId]);
    expect(issues).toEqual([{ code: 'ambiguous-email', column: 1, params: { value: 'shared@example.org', count: 2 } }]);
  });

  it('tells a structure whose name is another only by case and accents, and makes it all the same', async () => {
    await store('OFFICIAL_NAME;TOWN', 'Lycée Émile Zola;Metz');
    const { buckets, importId } = await plan('OFFICIAL_NAME;TOWN', 'LYCEE EMILE ZOLA;Metz');
    expect(buckets).toEqual(['created']);
    const issues = await db.ownerQuery('SELECT code, params FROM import_issue WHERE import_id = $1', [importId]);
    expect(issues).toEqual([{ code: 'similar-structure', params: { value: 'LYCEE EMILE ZOLA', number: '1' } }]);
  });

  it('compares a row with its contact again once anybody else changed the contact', async () => {
    const lines = ['LASTNAME;EMAIL1;FUNCTION', 'Faure;faure@example.org;Chair'];
    await store(...lines);
    expect((await plan(...lines)).changes).toMatchObject([{ kind: 'unchanged', contactNumber: '1' }]);
    await store('EMAIL1;FUNCTION', 'faure@example.org;Treasurer');
    expect((await plan(...lines)).changes).toMatchObject([{ kind: 'update', before: { FUNCTION: 'Treasurer' }, after: { FUNCTION: 'Chair' } }]);
  });

  it('puts every row into one bucket, whatever it asks for', async () => {
    await store('CONTACT_NR;LASTNAME', '7;Sept', '8;Huit');
    const { buckets, importId } = await plan(
      'OPERATION;CONTACT_NR;LASTNAME',
      'UPDATE;7;Sept',
      'UPDATE;8;Acht',
      'UPDATE;9;Neuf',
      'INSERT;7;Sept',
      'DELETE;8;Huit',
      'CONFIG;;',
      'INSERT;10;Dix',
      'WISH;;Onze',
    );
    expect(buckets).toEqual(['unchanged', 'updated', 'refused', 'refused', 'held', 'not_imported', 'created', 'refused']);
    expect((await getImport(actor, { importId })).counts).toEqual({
      rows: 8,
      created: 1,
      updated: 1,
      removed: 0,
      unchanged: 1,
      merged: 0,
      held: 1,
      refused: 3,
      not_imported: 1,
    });
  });

  it('keeps each environment to itself', async () => {
    await store('LASTNAME;EMAIL1', 'Blanc;blanc@example.org');
    const importId = await makePlannedImport(actor, file('LASTNAME;EMAIL1', 'Blanc;blanc@example.org'), { environment: 'PP' });
    expect(await buckets(importId)).toEqual(['created']);
  });
});

describe('the hash of a plan', () => {
  const lines = ['LASTNAME;EMAIL1', 'Gris;gris@example.org', 'Noir;noir@example.org'];
  const hashOf = async (importId: number) => (await getImport(actor, { importId })).planHash;
  const again = async (importId: number) => {
    await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId) });
    await planImport(job(importId), undisturbed());
  };

  it('is the same when nothing has changed, and the plan is replaced rather than doubled', async () => {
    const { importId } = await plan(...lines);
    const first = await hashOf(importId);
    await again(importId);
    expect(await hashOf(importId)).toBe(first);
    expect(await buckets(importId)).toEqual(['created', 'created']);
  });

  it('is another when the contacts have changed', async () => {
    const { importId } = await plan(...lines);
    const first = await hashOf(importId);
    await store('LASTNAME;EMAIL1', 'Gris;gris@example.org');
    await again(importId);
    expect(await hashOf(importId)).not.toBe(first);
  });

  it('refuses a confirmation of an older plan, and of a plan already confirmed', async () => {
    const { importId } = await plan(...lines);
    await expect(confirmImport(actor, { importId, planHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'plan-stale' });
    const planHash = (await hashOf(importId)) ?? '';
    await confirmImport(actor, { importId, planHash });
    await expect(confirmImport(actor, { importId, planHash })).rejects.toMatchObject({ code: 'import-state' });
  });
});

describe('an import cancelled while it is planned', () => {
  it('gets no plan and leaves no rows', async () => {
    const importId = await makeReadImport(actor, file('LASTNAME', 'Vert'));
    await acceptMapping(actor, { importId, mapping: { 0: 'LASTNAME' } });
    const cancelling = { ...undisturbed(), report: async () => void (await cancelImport(actor, { importId }).catch(() => undefined)) };
    await expect(planImport(job(importId), cancelling)).rejects.toBeInstanceOf(JobStopped);
    expect(await buckets(importId)).toEqual([]);
    expect((await getImport(actor, { importId })).state).toBe('cancelled');
  });
});

describe('a worker that is told to stop while a file is staged', () => {
  it('lets go at once, and the plan can be made again', async () => {
    const importId = await makeReadImport(actor, file('LASTNAME', ...Array.from({ length: 9_000 }, (_, at) => `Vert ${at}`)));
    await acceptMapping(actor, { importId, mapping: { 0: 'LASTNAME' } });
    const stopping = new AbortController();
    const report = async () => stopping.abort(new JobStopped('stopping'));
    await expect(planImport(job(importId), { ...undisturbed(), signal: stopping.signal, report })).rejects.toBeInstanceOf(JobStopped);
    expect((await getImport(actor, { importId })).state).toBe('planning');
    await planImport(job(importId), undisturbed());
    expect((await getImport(actor, { importId })).counts).toMatchObject({ rows: 9_000, created: 9_000 });
  });
});

describe('a mapping', () => {
  it.each([
    ['mapping-empty', { 0: null }],
    ['mapping-twice', { 0: 'LASTNAME', 1: 'LASTNAME' }],
  ] as const)('is refused as %s', async (code, mapping) => {
    const importId = await makeReadImport(actor, file('A;B', '1;2'));
    await expect(acceptMapping(actor, { importId, mapping })).rejects.toMatchObject({ code });
  });

  it('is refused for a file that could not be read', async () => {
    const importId = await makeReadImport(actor, file('A;B', '1;2'));
    await db.ownerQuery(`UPDATE import SET state = 'failed', reading = NULL, profile = NULL WHERE id = $1`, [importId]);
    await expect(acceptMapping(actor, { importId, mapping: { 0: 'LASTNAME' } })).rejects.toMatchObject({ code: 'not-read', status: 409 });
    expect((await getImport(actor, { importId })).state).toBe('failed');
  });

  it('is suggested again for a file with the same header', async () => {
    const header = 'Zunahme;Ruf';
    const first = await makeReadImport(actor, file(header, 'Rot;1'));
    await acceptMapping(actor, { importId: first, mapping: { 0: 'LASTNAME', 1: null } });
    const second = await makeReadImport(actor, file(header, 'Blau;2'));
    const { suggestions } = await getImport(actor, { importId: second });
    expect(suggestions?.[0]).toMatchObject({ field: 'LASTNAME', reason: 'remembered' });
  });
});
