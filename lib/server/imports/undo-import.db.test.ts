import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/server/actor';
import { JobStopped } from '@/lib/server/jobs/job-control';
import { digestOfContacts } from '@/lib/testing/contacts-digest';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { carryOut, confirm, makePlannedImport, makePlannedUndo, runImport, runUndo, undisturbed } from '@/lib/testing/run-import';
import { applyImport } from './apply-import';
import { failImport } from './fail-import';
import { getImport } from './get-import';
import { getUndo } from './get-undo';
import { listImports } from './list-imports';
import { resumeImport } from './resume-import';
import { undoImport } from './undo-import';

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
const store = (...lines: string[]) => runImport(actor, file(...lines));
const digest = (compared: 'all' | 'values' = 'values') => digestOfContacts(db, actor.institutionId, compared);
const contacts = () =>
  db.ownerQuery<{ id: string; number: string; last_name: string; job_function: string | null; login: boolean | null }>(
    `SELECT c.id::text, number, last_name, job_function, login FROM contact c LEFT JOIN contact_means m ON m.contact_id = c.id
     WHERE c.institution_id = $1 ORDER BY c.id`,
    [actor.institutionId],
  );

const PEOPLE = ['CONTACT_NR;LASTNAME;FUNCTION;EMAIL1', '5;Leroy;Chair;leroy@example.org', '6;Moreau;Clerk;'];
const CHANGES = ['CONTACT_NR;LASTNAME;FUNCTION;EMAIL1', '5;;=;other@example.org', ';Noël;Guide;noel@example.org', ';Petit;;petit@example.org'];

describe('an import that is undone', () => {
  it('leaves what was there before, and is there again, with ids, numbers and sign-ins, when the undo is undone', async () => {
    await store(...PEOPLE);
    const before = await digest();
    const { id, counts } = await store(...CHANGES);
    expect(counts).toMatchObject({ created: 2, updated: 1 });
    const [after, people] = [await digest(), await contacts()];
    const undo = await runUndo(actor, id);
    expect(undo).toMatchObject({ kind: 'undo', undoes: id, state: 'applied', balanced: true });
    expect(undo.counts).toMatchObject({ rows: 3, removed: 2, updated: 1 });
    expect(await digest()).toBe(before);
    const redo = await runUndo(actor, undo.id);
    expect(redo.kind).toBe('redo');
    expect(redo.counts).toMatchObject({ rows: 3, created: 2, updated: 1 });
    expect(await digest()).toBe(after);
    expect(await contacts()).toEqual(people);
  });

  it.each([
    ['whole contacts', { what: 'contacts' }, { rows: 2, removed: 2, updated: 0 }],
    ['fields', { what: 'fields' }, { rows: 1, removed: 0, updated: 1 }],
    ['some rows', { rows: [[2, 3]] }, { rows: 2, removed: 1, updated: 1 }],
    [
      'whole contacts of some rows',
      {
        what: 'contacts',
        rows: [
          [2, 2],
          [4, 9],
        ],
      },
      { rows: 1, removed: 1, updated: 0 },
    ],
  ] as const)('goes back in part: %s', async (_, scope, expected) => {
    await store(...PEOPLE);
    const before = await digest();
    const { id } = await store(...CHANGES);
    const chosen = { ...scope, rows: 'rows' in scope ? scope.rows.map(([first, last]) => [first, last] as [number, number]) : undefined };
    expect((await runUndo(actor, id, chosen)).counts).toMatchObject(expected);
    await runUndo(actor, id);
    expect(await digest()).toBe(before);
  });

  it('does the same when its file comes again, with numbers that nobody had', async () => {
    await store(...PEOPLE);
    const { id } = await store(...CHANGES);
    const numbers = (await contacts()).map(({ number }) => number);
    await runUndo(actor, id);
    expect((await store(...CHANGES)).counts).toMatchObject({ created: 2, updated: 1, unchanged: 0 });
    expect((await contacts()).map(({ number }) => number).filter((number) => numbers.includes(number))).toEqual(['5', '6']);
  });

  it('goes one import after the other, the last one first', async () => {
    const before = await digest();
    const first = await store(...PEOPLE);
    const second = await store(...CHANGES);
    await runUndo(actor, second.id);
    expect((await runUndo(actor, first.id)).counts).toMatchObject({ removed: 2, held: 0 });
    expect(await digest()).toBe(before);
  });

  it('is told from what stands in the lists of imports', async () => {
    const { id } = await store(...PEOPLE);
    expect(await getUndo(actor, { importId: id })).toMatchObject({ created: 2, updated: 0, removed: 0 });
    const undo = await runUndo(actor, id);
    const listed = async () => (await listImports(actor)).items.map((item) => [item.id, item.kind, item.undoes, item.undoneBy]);
    expect(await listed()).toEqual([
      [undo.id, 'undo', id, null],
      [id, 'file', null, undo.id],
    ]);
    const redo = await runUndo(actor, undo.id);
    expect((await getImport(actor, { importId: id })).undoneBy).toBeNull();
    expect((await getImport(actor, { importId: undo.id })).undoneBy).toBe(redo.id);
    const events = await db.ownerQuery(`SELECT subject, details FROM audit_event WHERE action = 'import.undo' AND institution_id = $1 ORDER BY id`, [
      actor.institutionId,
    ]);
    expect(events[0]).toEqual({ subject: `import:${id}`, details: { undo: undo.id, what: 'all', someRows: false } });
  });
});

describe('an import that stopped half-way', () => {
  it('is undone as far as it went, and does not go on afterwards', async () => {
    const before = await digest();
    const people = Array.from({ length: 10_500 }, (_, at) => `P${at};p${at}@example.org`);
    const importId = await makePlannedImport(actor, file('LASTNAME;EMAIL1', ...people));
    await confirm(actor, importId);
    const job = { institutionId: actor.institutionId, importId };
    let chunks = 0;
    const checkpoint = async () => {
      chunks++;
      if (chunks > 1) throw new JobStopped('stopping');
    };
    await expect(applyImport(job, { ...undisturbed(), checkpoint })).rejects.toThrow(JobStopped);
    await expect(undoImport(actor, { importId })).rejects.toMatchObject({ code: 'import-state' });
    await failImport(job, { code: 'worker-lost', params: {} });
    expect(await getUndo(actor, { importId })).toMatchObject({ created: 10_000 });
    expect((await runUndo(actor, importId)).counts).toMatchObject({ rows: 10_000, removed: 10_000 });
    expect(await digest('all')).toBe(before);
    await expect(resumeImport(actor, { importId })).rejects.toMatchObject({ code: 'import-undone' });
  });
});

describe('an undo', () => {
  it('is neither asked for nor confirmed by an importer', async () => {
    const importer = await makeActor(db, { role: 'importer', institutionId: actor.institutionId });
    const { id } = await store(...PEOPLE);
    await expect(undoImport(importer, { importId: id })).rejects.toMatchObject({ code: 'forbidden' });
    const importId = await makePlannedUndo(actor, id);
    await expect(confirm(importer, importId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await contacts()).toHaveLength(2);
  });

  it('is refused where nothing was written, and once the values from before are gone', async () => {
    const planned = await makePlannedImport(actor, file(...PEOPLE));
    await expect(undoImport(actor, { importId: planned })).rejects.toMatchObject({ code: 'import-state' });
    await carryOut(actor, planned);
    const { id: without } = await store(...PEOPLE);
    await expect(undoImport(actor, { importId: without })).rejects.toMatchObject({ code: 'undo-nothing' });
    await db.ownerQuery(`UPDATE import SET applied_at = now() - interval '91 days' WHERE id = $1`, [planned]);
    await expect(undoImport(actor, { importId: planned })).rejects.toMatchObject({ code: 'undo-too-late' });
    expect(await getUndo(actor, { importId: planned })).toBeNull();
  });

  it('takes the place of one that was planned before', async () => {
    const { id } = await store(...PEOPLE);
    const earlier = await makePlannedUndo(actor, id);
    const later = await makePlannedUndo(actor, id, { rows: [[2, 2]] });
    expect((await getImport(actor, { importId: earlier })).state).toBe('cancelled');
    await confirm(actor, later);
    await expect(undoImport(actor, { importId: id })).rejects.toMatchObject({ code: 'undo-under-way' });
  });

  it('leaves a contact that changed between its plan and its confirmation', async () => {
    const { id } = await store(...PEOPLE);
    const importId = await makePlannedUndo(actor, id);
    await store('CONTACT_NR;FUNCTION', '5;Meanwhile');
    expect((await carryOut(actor, importId)).counts).toMatchObject({ rows: 2, removed: 1, held: 1 });
    expect((await contacts()).map(({ number, job_function }) => [number, job_function])).toEqual([['5', 'Meanwhile']]);
  });
});
