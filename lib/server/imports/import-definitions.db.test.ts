import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRules } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { defineCriterion } from '@/lib/server/criteria/define-criterion';
import { defineStructureType } from '@/lib/server/criteria/define-structure-type';
import { listDefinitions } from '@/lib/server/criteria/list-definitions';
import { setCriteriaPolicy } from '@/lib/server/criteria/set-criteria-policy';
import { setRetired } from '@/lib/server/criteria/set-retired';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { carryOut, confirm, makePlannedUndo, makeReadImport, runUndo, suggestedMapping, undisturbed } from '@/lib/testing/run-import';
import { acceptMapping } from './accept-mapping';
import { applyImport } from './apply-import';
import { failImport } from './fail-import';
import { getImport } from './get-import';
import { getPlan } from './get-plan';
import { listProblems } from './list-problems';
import { planImport } from './plan-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const operator = () => makeActor(db, { role: 'operator' });

async function planned(actor: Actor, content: string, rules: ImportRules = { defineUnknown: true }): Promise<number> {
  const importId = await makeReadImport(actor, content);
  await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId), rules });
  await planImport({ institutionId: actor.institutionId, importId }, undisturbed());
  return importId;
}

const apply = ({ institutionId }: Actor, importId: number) => applyImport({ institutionId, importId }, undisturbed());

/** Definitions in short: `SEASON multi a, b`, with a sign before what is retired. */
async function defined(actor: Actor): Promise<string[]> {
  const { criteria, structureTypes } = await listDefinitions(actor);
  const name = (text: string, retired: boolean) => (retired ? `-${text}` : text);
  return [
    ...criteria.map(({ code, type, retired, values }) =>
      [name(code, retired), type, values.map((value) => name(value.value, value.retired)).join(', ')].filter(Boolean).join(' '),
    ),
    ...structureTypes.map(({ value, retired }) => name(value, retired)),
  ];
}

const held = async ({ institutionId }: Actor): Promise<string[]> =>
  (
    await db.ownerQuery<{ held: string }>(
      "SELECT c.last_name || coalesce(c.official_name, '') AS held FROM contact c WHERE institution_id = $1 AND last_name IS NOT NULL ORDER BY 1",
      [institutionId],
    )
  ).map((row) => row.held);

const valuesOf = async ({ institutionId }: Actor): Promise<string[]> =>
  (
    await db.ownerQuery<{ text: string }>(`SELECT code || '=' || value AS text FROM contact_criterion WHERE institution_id = $1 ORDER BY 1`, [
      institutionId,
    ])
  ).map(({ text }) => text);

const FILE = 'LASTNAME;OFFICIAL_NAME;STRUCT_TYPE;CRIT01\nBell;;;SEASON=Opera|Dance\nGray;;;VIP=T\n;Works;FACTORY;LEVEL=High\n';

const seasons = (actor: Actor) =>
  defineCriterion(actor, {
    ...{ code: 'SEASON', isNew: true, name: 'Seasons', labels: {}, scope: 'BOTH', type: 'multi', mandatory: false, centralised: true },
    ...{ internet: 'NONE', section: '', values: [{ value: 'Opera', labels: {}, rank: 1 }] },
  });

describe('an import that defines what its file needs', () => {
  it('shows it in its plan, writes it with its contacts, and nothing before', async () => {
    const actor = await operator();
    await seasons(actor);
    const importId = await planned(actor, FILE);
    const { counts, definitions } = await getPlan(actor, { importId });
    expect(counts).toMatchObject({ rows: 3, created: 3, refused: 0 });
    expect(definitions.map(({ list, code, value, type, row }) => [list, code, value, type, row])).toEqual([
      ['criteria', 'SEASON', 'Dance', 'multi', 2],
      ['criteria', 'VIP', '', 'boolean', 3],
      ['criteria', 'LEVEL', '', 'single', 4],
      ['criteria', 'LEVEL', 'High', 'single', 4],
      ['structure-types', 'FACTORY', '', null, 4],
    ]);
    expect(await defined(actor)).toEqual(['SEASON multi Opera']);
    expect((await carryOut(actor, importId)).counts).toMatchObject({ created: 3, refused: 0 });
    expect(await defined(actor)).toEqual(['LEVEL single High', 'SEASON multi Opera, Dance', 'VIP boolean', 'FACTORY']);
    expect(await valuesOf(actor)).toEqual(['LEVEL=High', 'SEASON=Dance', 'SEASON=Opera', 'VIP=T']);
    const [event] = await db.ownerQuery(`SELECT details FROM audit_event WHERE action = 'criteria.define' AND subject = $1`, [`import:${importId}`]);
    expect(event?.details).toEqual({ create: 2, extend: 2, types: 1 });
  });

  it('does so only where it was told to', async () => {
    const actor = await operator();
    const importId = await planned(actor, FILE, {});
    expect(await getPlan(actor, { importId })).toMatchObject({ counts: { created: 0, refused: 3 }, definitions: [] });
    await carryOut(actor, importId);
    expect(await defined(actor)).toEqual([]);
  });

  it('defines nothing that only refused rows need', async () => {
    const actor = await operator();
    await seasons(actor);
    const importId = await planned(
      actor,
      'OPERATION;CONTACT_NR;LASTNAME;CRIT01;CRIT02\nUPDATE;404;Bell;SEASON=Dance;NEW=x\nINSERT;;Gray;SEASON=Jazz;\n',
    );
    const { counts, definitions } = await getPlan(actor, { importId });
    expect(counts).toMatchObject({ created: 1, refused: 1 });
    expect(definitions.map(({ code, value }) => [code, value])).toEqual([['SEASON', 'Jazz']]);
  });

  it('has another plan hash than without, and the same when it is planned again', async () => {
    const actor = await operator();
    const hashOf = async (rules: ImportRules) => (await getPlan(actor, { importId: await planned(actor, FILE, rules) })).planHash;
    const hash = await hashOf({ defineUnknown: true });
    expect(await hashOf({ defineUnknown: true })).toBe(hash);
    expect(await hashOf({ lenient: true })).not.toBe(hash);
  });

  it('can be killed after it defined and goes on', async () => {
    const actor = await operator();
    const importId = await planned(actor, FILE);
    await confirm(actor, importId);
    const dies = { ...undisturbed(), checkpoint: () => Promise.reject(new Error('killed')) };
    await expect(applyImport({ institutionId: actor.institutionId, importId }, dies)).rejects.toThrow('killed');
    expect(await valuesOf(actor)).toEqual([]);
    await apply(actor, importId);
    expect((await getImport(actor, { importId })).counts).toMatchObject({ created: 3 });
    expect(await defined(actor)).toEqual(['LEVEL single High', 'SEASON multi Opera, Dance', 'VIP boolean', 'FACTORY']);
  });

  it('that is all or nothing defines nothing when it writes nothing', async () => {
    const actor = await operator();
    const file = 'LASTNAME;BIRTHDATE;CRIT01\nBell;1980-04-03;NEW=x\n';
    const importId = await planned(actor, file, { defineUnknown: true, allOrNothing: true });
    await confirm(actor, importId);
    await db.ownerQuery(`UPDATE plan_change SET after = '{"LASTNAME":"x","BIRTHDATE":"nonsense"}' WHERE import_id = $1 AND row = 2`, [importId]);
    await expect(apply(actor, importId)).rejects.toMatchObject({ code: 'nothing-written' });
    expect(await defined(actor)).toEqual([]);
  });

  it('is only for those who may define, when it is told to and when it is confirmed', async () => {
    const manager = await makeActor(db, { role: 'manager' });
    const staff = await makeActor(db, { role: 'operator', institutionId: manager.institutionId });
    await expect(planned(manager, FILE)).rejects.toMatchObject({ code: 'criteria-by-staff' });
    const importId = await planned(staff, FILE);
    await expect(confirm(manager, importId)).rejects.toMatchObject({ code: 'criteria-by-staff' });
    await setCriteriaPolicy(staff, { customersDefine: true });
    const importer = await makeActor(db, { role: 'importer', institutionId: manager.institutionId });
    await expect(confirm(importer, importId)).rejects.toMatchObject({ code: 'forbidden' });
    await confirm(manager, importId);
  });
});

describe('a plan over definitions that changed since', () => {
  it('is not confirmed where somebody else defined the criterion', async () => {
    const actor = await operator();
    const importId = await planned(actor, FILE);
    await seasons(actor);
    await expect(confirm(actor, importId)).rejects.toMatchObject({ code: 'definitions-changed' });
  });

  it('is not confirmed where what it writes was retired', async () => {
    const actor = await operator();
    await seasons(actor);
    await defineStructureType(actor, { code: 'FACTORY', isNew: true, labels: {} });
    const importId = await planned(actor, 'OFFICIAL_NAME;STRUCT_TYPE\nWorks;FACTORY\n', {});
    await setRetired(actor, { list: 'structure-types', code: 'FACTORY', retired: true });
    await expect(confirm(actor, importId)).rejects.toMatchObject({ code: 'definitions-changed' });
  });

  it('writes nothing where that happened after it was confirmed, and can be planned again', async () => {
    const actor = await operator();
    const importId = await planned(actor, FILE);
    await confirm(actor, importId);
    await seasons(actor);
    const refusal = await apply(actor, importId).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'definitions-changed' });
    await failImport({ institutionId: actor.institutionId, importId }, refusal);
    expect(await held(actor)).toEqual([]);
    expect(await defined(actor)).toEqual(['SEASON multi Opera']);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'failed', error: { code: 'definitions-changed' } });
    await acceptMapping(actor, { importId, mapping: await suggestedMapping(actor, importId), rules: { defineUnknown: true } });
    await planImport({ institutionId: actor.institutionId, importId }, undisturbed());
    expect((await carryOut(actor, importId)).counts).toMatchObject({ created: 3 });
  });
});

describe('a value that is retired', () => {
  it('is not written, and the same file brings it once it is brought back', async () => {
    const actor = await operator();
    await seasons(actor);
    const place = { list: 'criteria', code: 'SEASON', value: 'Opera' } as const;
    await setRetired(actor, { ...place, retired: true });
    const file = 'LASTNAME;EMAIL1;CRIT01\nBell;ada@example.org;SEASON=Opera\n';
    const importId = await planned(actor, file);
    expect(await getPlan(actor, { importId })).toMatchObject({ counts: { created: 1 }, definitions: [] });
    expect(await listProblems(actor, { importId })).toMatchObject([{ code: 'criterion-value-retired', count: 1 }]);
    await carryOut(actor, importId);
    expect(await valuesOf(actor)).toEqual([]);
    await setRetired(actor, { ...place, retired: false });
    expect((await carryOut(actor, await planned(actor, file))).counts).toMatchObject({ updated: 1 });
    expect(await valuesOf(actor)).toEqual(['SEASON=Opera']);
  });
});

describe('the undo of an import that defined', () => {
  const ALL = ['LEVEL single High', 'SEASON multi Opera, Dance', 'VIP boolean', 'FACTORY'];

  it('retires what nobody has any more, and a redo brings it back', async () => {
    const actor = await operator();
    const importId = await planned(actor, FILE);
    await carryOut(actor, importId);
    const undo = await makePlannedUndo(actor, importId);
    expect((await getPlan(actor, { importId: undo })).definitions).toHaveLength(7);
    expect(await defined(actor)).toEqual(ALL);
    await carryOut(actor, undo);
    expect(await defined(actor)).toEqual(['-LEVEL single -High', '-SEASON multi -Opera, -Dance', '-VIP boolean', '-FACTORY']);
    const redo = await runUndo(actor, undo);
    expect(await defined(actor)).toEqual(ALL);
    expect(await valuesOf(actor)).toHaveLength(4);
    await runUndo(actor, redo.id);
    expect((await defined(actor))[0]).toBe('-LEVEL single -High');
  });

  it('leaves what others have, and what was there before', async () => {
    const actor = await operator();
    await seasons(actor);
    const importId = await planned(actor, FILE);
    await carryOut(actor, importId);
    await carryOut(actor, await planned(actor, 'LASTNAME;CRIT01;CRIT02\nShaw;SEASON=Dance;VIP=F\n', {}));
    await runUndo(actor, importId);
    expect(await defined(actor)).toEqual(['-LEVEL single -High', 'SEASON multi Opera, Dance', 'VIP boolean', '-FACTORY']);
  });
});

describe('yes and no, and values before and after', () => {
  it('come back as they were exported and change what was edited', async () => {
    const actor = await operator();
    await carryOut(actor, await planned(actor, 'CONTACT_NR;LASTNAME;CRIT01;CRIT02\n1;Bell;VIP=TRUE;SEASON=Opera\n2;Gray;VIP=f;SEASON=Opera|Dance\n'));
    expect(await valuesOf(actor)).toEqual(['SEASON=Dance', 'SEASON=Opera', 'SEASON=Opera', 'VIP=F', 'VIP=T']);
    const header = 'CONTACT_NR;OPERATION;[old]CRIT01;[new]CRIT01;[old]CRIT02;[new]CRIT02\n';
    const same = await planned(actor, `${header}1;UPDATE;VIP=T;VIP=T;SEASON=Opera;SEASON=Opera\n`);
    expect((await getPlan(actor, { importId: same })).counts).toMatchObject({ unchanged: 1 });
    await carryOut(actor, await planned(actor, `${header}1;UPDATE;VIP=T;VIP=F;SEASON=Opera;SEASON=Jazz\n2;UPDATE;VIP=T;VIP=F;;\n`));
    expect(await valuesOf(actor)).toEqual(['SEASON=Dance', 'SEASON=Jazz', 'SEASON=Opera', 'VIP=F', 'VIP=F']);
    expect(await defined(actor)).toEqual(['SEASON multi Opera, Dance, Jazz', 'VIP boolean']);
  });
});
