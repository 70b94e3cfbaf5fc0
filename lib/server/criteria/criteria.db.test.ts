import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DefinitionList } from '@/lib/engine';
import { type Actor, ROLES } from '@/lib/server/actor';
import { changeSettings } from '@/lib/server/institutions/change-settings';
import { getSettings } from '@/lib/server/institutions/get-settings';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport } from '@/lib/testing/run-import';
import { defineCriterion } from './define-criterion';
import { defineStructureType } from './define-structure-type';
import { exportDefinitions } from './export-definitions';
import { getCriterion } from './get-criterion';
import { importDefinitionFile } from './import-definition-file';
import { listDefinitions } from './list-definitions';
import { planDefinitionFile } from './plan-definition-file';
import { setCriteriaPolicy } from './set-criteria-policy';
import { setRetired } from './set-retired';
import { weighRetirement } from './weigh-retirement';

let db: TestDatabase;
let operator: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await testDatabase();
  operator = await makeActor(db, { role: 'operator' });
  stranger = await makeActor(db, { role: 'operator' });
});
afterAll(() => db.close());

type Criterion = Parameters<typeof defineCriterion>[1];

const criterion = (parts: Partial<Criterion>): Criterion => ({
  ...{ code: 'GENRE', isNew: true, name: 'Genres', labels: { en: 'Genres', fr: '' }, scope: 'BOTH', type: 'multi' },
  ...{ mandatory: false, centralised: true, internet: 'NONE', section: '' },
  values: ['Opera', 'Dance'].map((value, at) => ({ value, labels: {}, rank: at + 1 })),
  ...parts,
});

const csv = (...lines: string[]) => ({ name: 'criteria.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) });
const HEAD = 'CODE;NAME;CONTACT_TYPE;DATA_TYPE;VALUE;VALUE_FR;RANK;STATUS';

/** Has a contact of the actor's institution hold a value. */
async function hold(actor: Actor, code: string, value: string, { environment = 'P', kind = 'individual' } = {}): Promise<void> {
  const [contact] = await db.ownerQuery<{ id: string }>(
    `INSERT INTO contact (institution_id, environment, number, kind) VALUES ($1, $2::"Environment", nextval('contact_id_seq')::text, $3::"ContactKind") RETURNING id`,
    [actor.institutionId, environment, kind],
  );
  const insert = 'INSERT INTO contact_criterion (institution_id, contact_id, code, value) VALUES ($1, $2, $3, $4)';
  for (const each of value.split('|')) await db.ownerQuery(insert, [actor.institutionId, contact?.id, code, each]);
}

const lastEvent = async (actor: Actor) =>
  (
    await db.ownerQuery('SELECT action, subject, details FROM audit_event WHERE institution_id = $1 ORDER BY id DESC LIMIT 1', [actor.institutionId])
  )[0];

const CHANGES: Record<string, (actor: Actor) => Promise<unknown>> = {
  defineCriterion: (actor) => defineCriterion(actor, criterion({ code: 'X' })),
  defineStructureType: (actor) => defineStructureType(actor, { code: 'X', isNew: true, labels: {} }),
  setRetired: (actor) => setRetired(actor, { list: 'structure-types', code: 'X', retired: true }),
  planDefinitionFile: (actor) => planDefinitionFile(actor, csv(HEAD, 'X;X;BOTH;TEXT')),
  importDefinitionFile: (actor) => importDefinitionFile(actor, { ...csv(HEAD, 'X;X;BOTH;TEXT'), hash: 'a'.repeat(64) }),
};

describe('who may define', () => {
  it.each(Object.entries(CHANGES))('with %s is decided by role, for customers by policy too', async (_, change) => {
    const { institutionId } = await makeActor(db);
    for (const role of ROLES) {
      const actor = await makeActor(db, { role, institutionId });
      if (['importer', 'approver'].includes(role)) await expect(change(actor)).rejects.toMatchObject({ code: 'forbidden' });
      if (role === 'manager') await expect(change(actor)).rejects.toMatchObject({ code: 'criteria-by-staff', status: 403 });
    }
    expect((await listDefinitions(await makeActor(db, { institutionId }))).criteria).toEqual([]);
  });

  it('is decided by staff alone, and then managers of that institution may', async () => {
    const manager = await makeActor(db, { role: 'manager' });
    await expect(setCriteriaPolicy(manager, { customersDefine: true })).rejects.toMatchObject({ code: 'forbidden' });
    await changeSettings(manager, { customersDefine: true } as never);
    expect(await getSettings(manager)).toEqual({});
    const staff = await makeActor(db, { role: 'administrator', institutionId: manager.institutionId });
    await setCriteriaPolicy(staff, { customersDefine: true });
    expect(await lastEvent(manager)).toMatchObject({ action: 'criteria.policy', details: { customersDefine: true } });
    await defineCriterion(manager, criterion({}));
    expect(await listDefinitions(manager)).toMatchObject({
      mayDefine: true,
      customersDefine: true,
      maySetPolicy: false,
      criteria: [{ code: 'GENRE' }],
    });
    await setCriteriaPolicy(staff, { customersDefine: false });
    await expect(defineCriterion(manager, criterion({ code: 'Y' }))).rejects.toMatchObject({ code: 'criteria-by-staff' });
  });
});

describe('a criterion', () => {
  it('is created, extended, relabelled, reordered and retired, each noted by its code and counts', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    await defineCriterion(actor, criterion({}));
    expect(await lastEvent(actor)).toEqual({ action: 'criteria.define', subject: 'criterion:GENRE', details: { create: 1, extend: 2 } });
    const [{ values } = { values: [] }] = (await listDefinitions(actor)).criteria;
    const [opera, dance] = values as [(typeof values)[number], (typeof values)[number]];
    const changed = [
      { value: opera.value, rank: 2, labels: { fr: 'Opéra' } },
      { value: dance.value, rank: 1, labels: {} },
      { value: 'Jazz', labels: {}, rank: 3 },
    ];
    await defineCriterion(actor, criterion({ isNew: false, name: 'Tastes', values: changed }));
    expect(await lastEvent(actor)).toMatchObject({ details: { relabel: 2, reorder: 1, extend: 1 } });
    await setRetired(actor, { list: 'criteria', code: 'GENRE', value: 'Dance', retired: true });
    expect(await lastEvent(actor)).toMatchObject({ subject: 'criterion:GENRE', details: { retire: 1 } });
    expect((await listDefinitions(actor)).criteria).toEqual([
      expect.objectContaining({
        ...{ code: 'GENRE', name: 'Tastes', labels: { en: 'Genres' }, retired: false },
        values: [
          { value: 'Dance', labels: {}, rank: 1, retired: true },
          { value: 'Opera', labels: { fr: 'Opéra' }, rank: 2, retired: false },
          { value: 'Jazz', labels: {}, rank: 3, retired: false },
        ],
      }),
    ]);
    expect((await listDefinitions(stranger)).criteria).toEqual([]);
  });

  it.each<[string, Partial<Criterion>, string]>([
    ['a code that is taken', {}, 'criterion-exists'],
    ['a code with a bar', { code: 'A|B' }, 'definition-code-unusable'],
    ['a code of nine characters', { code: 'NINECHARS' }, 'definition-code-unusable'],
    ['no code', { code: ' ' }, 'definition-code-unusable'],
    ['a value with a bar', { code: 'N', values: [{ value: 'a|b', labels: {}, rank: 1 }] }, 'definition-value-unusable'],
    ['a value twice', { code: 'N', values: [1, 2].map((rank) => ({ value: 'a', labels: {}, rank })) }, 'definition-value-twice'],
    ['values of free text', { code: 'N', type: 'text' }, 'definition-takes-no-values'],
    ['no name', { code: 'N', name: '' }, 'definition-incomplete'],
    ['nothing to change', { code: 'N', isNew: false }, 'not-found'],
  ])('is refused with %s', async (_, parts, code) => {
    await defineCriterion(operator, criterion({})).catch(() => undefined);
    await expect(defineCriterion(operator, criterion(parts))).rejects.toMatchObject({ code });
  });

  it('keeps a type that contacts of its own institution need', async () => {
    const [actor, other] = [await makeActor(db, { role: 'operator' }), await makeActor(db, { role: 'operator' })];
    for (const each of [actor, other]) await defineCriterion(each, criterion({}));
    await hold(actor, 'GENRE', 'Opera|Dance', { environment: 'PP' });
    const single = criterion({ isNew: false, type: 'single' });
    await expect(defineCriterion(actor, single)).rejects.toMatchObject({ code: 'definition-type-in-use', params: { count: 1 } });
    await expect(defineCriterion(actor, criterion({ isNew: false, scope: 'STRUCTURE' }))).rejects.toMatchObject({ code: 'definition-scope-in-use' });
    await defineCriterion(other, single);
  });
});

describe('a structure type', () => {
  it('is created, relabelled and retired', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    await defineStructureType(actor, { code: 'SCHOOL', isNew: true, labels: { fr: 'École' } });
    await expect(defineStructureType(actor, { code: 'SCHOOL', isNew: true, labels: {} })).rejects.toMatchObject({
      code: 'list-value-exists',
    });
    await expect(defineStructureType(actor, { code: 'CLUB', isNew: false, labels: {} })).rejects.toMatchObject({ code: 'not-found' });
    await defineStructureType(actor, { code: 'SCHOOL', isNew: false, labels: { fr: 'Écoles' }, rank: 2 });
    await setRetired(actor, { list: 'structure-types', code: 'SCHOOL', retired: true });
    expect(await lastEvent(actor)).toEqual({ action: 'criteria.define', subject: 'structure-type:SCHOOL', details: { retire: 1 } });
    expect((await listDefinitions(actor)).structureTypes).toEqual([{ value: 'SCHOOL', labels: { fr: 'Écoles' }, rank: 2, retired: true }]);
  });
});

describe('retiring', () => {
  it('is undone by bringing back, and finds nothing of another institution', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    await defineCriterion(actor, criterion({}));
    for (const retired of [true, false]) {
      await setRetired(actor, { list: 'criteria', code: 'GENRE', retired });
      await setRetired(actor, { list: 'criteria', code: 'GENRE', value: 'Opera', retired });
      const { criterion: found } = await getCriterion(actor, { code: 'GENRE' });
      expect([found.retired, ...found.values.map((value) => value.retired)]).toEqual([retired, retired, false]);
    }
    expect(await lastEvent(actor)).toMatchObject({ details: { reinstate: 1 } });
    const other = await makeActor(db, { role: 'operator' });
    const missing = { code: 'not-found', status: 404 };
    await expect(getCriterion(other, { code: 'GENRE' })).rejects.toMatchObject(missing);
    await expect(setRetired(other, { list: 'criteria', code: 'GENRE', retired: true })).rejects.toMatchObject(missing);
    await expect(setRetired(other, { list: 'structure-types', code: 'GENRE', retired: true })).rejects.toMatchObject(missing);
    await expect(setRetired(actor, { list: 'criteria', code: 'GENRE', value: 'Jazz', retired: true })).rejects.toMatchObject(missing);
    expect((await listDefinitions(other)).structureTypes).toEqual([]);
  });
});

describe('what retiring touches', () => {
  it('are contacts by environment, planned imports that write it, and mappings that bring the field', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    await defineCriterion(actor, criterion({}));
    await defineStructureType(actor, { code: 'SCHOOL', isNew: true, labels: {} });
    await hold(actor, 'GENRE', 'Opera');
    await hold(actor, 'GENRE', 'Opera|Dance');
    await hold(actor, 'GENRE', 'Dance', { environment: 'PP' });
    await hold(stranger, 'GENRE', 'Opera');
    const file = 'LASTNAME;OFFICIAL_NAME;STRUCT_TYPE;CRIT01\nBell;;;GENRE=Opera|Dance\n;Lycée;SCHOOL;GENRE=Dance\n';
    const importId = await makePlannedImport(actor, file, { fileName: 'members.csv' });
    const imports = [{ id: importId, fileName: 'members.csv' }];
    const weigh = (list: DefinitionList, code: string, value?: string) => weighRetirement(actor, { list, code, ...(value && { value }) });
    expect(await weigh('criteria', 'GENRE')).toEqual({ contacts: { PP: 1, P: 2 }, imports, recipes: 1 });
    expect(await weigh('criteria', 'GENRE', 'Opera')).toEqual({ contacts: { PP: 0, P: 2 }, imports, recipes: 1 });
    expect(await weigh('criteria', 'GENRE', 'Jazz')).toEqual({ contacts: { PP: 0, P: 0 }, imports: [], recipes: 1 });
    expect(await weigh('structure-types', 'SCHOOL')).toEqual({ contacts: { PP: 0, P: 0 }, imports, recipes: 1 });
    expect(await weigh('structure-types', 'CLUB')).toEqual({ contacts: { PP: 0, P: 0 }, imports: [], recipes: 1 });
    expect(await weighRetirement(stranger, { list: 'criteria', code: 'GENRE' })).toEqual({ contacts: { PP: 0, P: 1 }, imports: [], recipes: 0 });
  });
});

describe('a file of definitions', () => {
  const file = csv(HEAD, 'GENRE;Genres;BOTH;MULTI;Opera;Opéra', 'GENRE;;;;Dance', 'BAD;Bad;ALL;TEXT');

  it('is planned, carried out in one go, and changes nothing the second time', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    const plan = await planDefinitionFile(actor, file);
    expect(plan).toMatchObject({
      list: 'criteria',
      rows: 3,
      ignored: [],
      problems: [{ row: 4, column: 'CONTACT_TYPE', code: 'definition-word-unknown' }],
    });
    expect(plan.changes.map(({ move }) => move)).toEqual(['create', 'extend', 'extend']);
    expect((await listDefinitions(actor)).criteria).toEqual([]);
    expect(await importDefinitionFile(actor, { ...file, hash: plan.hash })).toEqual(plan);
    expect(await lastEvent(actor)).toEqual({ action: 'criteria.define', subject: 'criteria-file:criteria', details: { create: 1, extend: 2 } });
    expect((await planDefinitionFile(actor, file)).changes).toEqual([]);
    await expect(importDefinitionFile(actor, { ...file, hash: plan.hash })).rejects.toMatchObject({ code: 'plan-stale' });
  });

  it('is refused as stale where the definitions, or the file, have changed since', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    const { hash } = await planDefinitionFile(actor, file);
    await expect(importDefinitionFile(actor, { ...csv(HEAD, 'GENRE;Others;BOTH;MULTI'), hash })).rejects.toMatchObject({ code: 'plan-stale' });
    await defineCriterion(actor, criterion({ name: 'Other' }));
    await expect(importDefinitionFile(actor, { ...file, hash })).rejects.toMatchObject({ code: 'plan-stale' });
    expect((await listDefinitions(actor)).criteria).toMatchObject([{ name: 'Other' }]);
  });

  it('of two that are carried out at once one is refused', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    const { hash } = await planDefinitionFile(actor, file);
    const ends = await Promise.allSettled([1, 2].map(() => importDefinitionFile(actor, { ...file, hash })));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['nothing', { name: 'a.csv', bytes: new Uint8Array() }, 'file-empty'],
    ['contacts', csv('LASTNAME;FIRSTNAME', 'Bell;Ada'), 'definition-file-unknown'],
    ['a picture', { name: 'a.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') }, 'unsupported-format'],
    ['too many rows', csv(HEAD, ...Array.from({ length: 5001 }, () => 'A;A;BOTH;TEXT')), 'definition-file-too-large'],
    ['too many bytes', { name: 'a.csv', bytes: new Uint8Array(900_001) }, 'definition-file-too-large'],
  ])('that holds %s is refused', async (_, given, code) => {
    await expect(planDefinitionFile(operator, given)).rejects.toMatchObject({ code });
  });

  it('is a workbook as well, with a title above its header', async () => {
    const actor = await makeActor(db, { role: 'operator' });
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Types'], ['CODE', 'LABEL_FR', 'RANK'], ['ECOLE', 'École', 3]]));
    const plan = await planDefinitionFile(actor, { name: 'types.xlsx', bytes: write(book, { type: 'buffer', bookType: 'xlsx' }) });
    expect(plan).toMatchObject({
      list: 'structure-types',
      problems: [],
      changes: [{ row: 3, code: 'ECOLE', after: { LABEL_FR: 'École', RANK: '3' } }],
    });
  });

  it.each(['criteria', 'structure-types'] as const)('that was exported changes nothing: %s', async (list) => {
    const actor = await makeActor(db, { role: 'operator' });
    const values = ['=1+1', 'Été', '-x'].map((value, at) => ({ value: value.replace('=', '+'), labels: { fr: '@é' }, rank: at }));
    await defineCriterion(actor, criterion({ values, section: '+33' }));
    await setRetired(actor, { list: 'criteria', code: 'GENRE', value: 'Été', retired: true });
    await setRetired(actor, { list: 'criteria', code: 'GENRE', retired: true });
    await defineCriterion(actor, criterion({ code: 'NICK', type: 'text', values: [], mandatory: true, internet: 'READ_ONLY' }));
    await defineStructureType(actor, { code: '-A B', isNew: true, labels: { en: "it's; so" } });
    await setRetired(actor, { list: 'structure-types', code: '-A B', retired: true });
    const { header, rows } = await exportDefinitions(actor, { list });
    const lines: string[] = [header.join(';')];
    for await (const chunk of rows) lines.push(...chunk.map((row) => row.map((cell) => `"${cell}"`).join(';')));
    expect(await planDefinitionFile(actor, csv(...lines))).toMatchObject({ list, rows: lines.length - 1, changes: [], problems: [] });
    expect(lines.length).toBe(list === 'criteria' ? 6 : 2);
  });
});
