import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Edits, type Mapping, NO_EDITS } from '@/lib/engine';
import { type Actor, ROLES } from '@/lib/server/actor';
import { getRecipe } from '@/lib/server/recipes/get-recipe';
import { listRecipes } from '@/lib/server/recipes/list-recipes';
import { saveRecipe } from '@/lib/server/recipes/save-recipe';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runJobs, uploadedImport } from '@/lib/testing/imports';
import { carryOut, makePlannedImport, makeReadImport, runUndo } from '@/lib/testing/run-import';
import { acceptDrift } from './accept-drift';
import { acceptMapping } from './accept-mapping';
import { acceptReading } from './accept-reading';
import { declineRecipe } from './decline-recipe';
import { followImport } from './follow-import';
import { getImport } from './get-import';
import { listImports } from './list-imports';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const HEADER = 'Mail;Nom;Ville;News';
const MAPPING: Mapping = { 0: 'EMAIL1', 1: 'LASTNAME', 2: 'TOWN', 3: 'CNIL_O' };
const row = (at: number) => [`a${at}@example.org`, `Bell ${at}`, 'Bern', at % 2 === 0 ? 'TRUE' : 'FALSE'];
const file = (rows = 60, header = HEADER, cells = row) => `${[header, ...Array.from({ length: rows }, (_, at) => cells(at).join(';'))].join('\n')}\n`;

/** A file that was accepted with a recipe of that name. */
async function begin(rows = 60, parts: { edits?: Edits; name?: string } = {}): Promise<number> {
  const importId = await makePlannedImport(actor, file(rows), { mapping: MAPPING, edits: parts.edits ?? NO_EDITS });
  await saveRecipe(actor, { importId, name: parts.name ?? 'Newsletter' });
  await carryOut(actor, importId);
  return importId;
}

/** What becomes of the next file once it is read. */
async function next(content: string, parts = {}) {
  return getImport(actor, { importId: await makeReadImport(actor, content, parts) });
}

const events = async (importId: number) =>
  (
    await db.ownerQuery<{ action: string; user_id: number | null }>(
      'SELECT action, user_id, details FROM audit_event WHERE subject = $1 ORDER BY id',
      [`import:${importId}`],
    )
  ).filter(({ action }) => /recognise|drift|decline|map/.test(action));

describe('a file of a recipe', () => {
  it('passes with its mapping, edits and rules, and is planned while nobody looks', async () => {
    const edits: Edits = { version: 1, list: [{ op: 'trim', column: 1 }] };
    const first = await begin(60, { edits });
    const importId = await uploadedImport(actor, { bytes: file(61, HEADER, (at) => row(at + 1)) });
    await runJobs();
    const found = await getImport(actor, { importId });
    expect(found).toMatchObject({ state: 'planned', mapping: MAPPING, edits, drift: [], counts: { rows: 61, unchanged: 59, created: 2 } });
    expect(found.recipe).toMatchObject({
      name: 'Newsletter',
      version: 1,
      madeByName: 'Somebody',
      isPassed: true,
      isExact: true,
      lastFile: { importId: first },
    });
    expect(await events(importId)).toMatchObject([{ action: 'import.recognise', user_id: null, details: { version: 1 } }]);
  });

  it('is mapped anew where somebody wants to, which is the next version', async () => {
    await begin();
    const { id: importId } = await next(file());
    await db.ownerQuery("UPDATE import SET state = 'planned' WHERE id = $1", [importId]);
    await acceptMapping(actor, { importId, mapping: { ...MAPPING, 2: null } });
    expect((await getImport(actor, { importId })).recipe).toMatchObject({ version: 2, isPassed: false });
    expect((await next(file())).mapping).toEqual({ ...MAPPING, 2: null });
  });

  it('without a name is mapped by a person, as remembered', async () => {
    await makePlannedImport(actor, file(), { mapping: { ...MAPPING, 1: 'OFFICIAL_NAME' } });
    const found = await next(file());
    expect(found).toMatchObject({ state: 'read', recipe: null, drift: [], mapping: null });
    expect(found.suggestions?.[1]).toMatchObject({ field: 'OFFICIAL_NAME', reason: 'remembered' });
  });

  it.each<[string, (importId: number) => Promise<unknown>, Parameters<typeof next>[1]]>([
    ['that is to remove people', async () => undefined, { purpose: 'removal' }],
    ['that was read in another way', async () => undefined, { readOptions: { delimiter: ';' } }],
    [
      'whose recipe defines criteria',
      (importId) => saveRecipe({ ...actor, roles: ['operator'], staff: true }, { importId, name: 'Newsletter', rules: { defineUnknown: true } }),
      {},
    ],
  ])('%s waits for a person', async (_, prepare, parts) => {
    const first = await begin();
    await prepare(first);
    expect(await next(file(), parts)).toMatchObject({ state: 'read', drift: [] });
  });

  it('of another institution is none', async () => {
    await begin();
    const stranger = await makeActor(db, { role: 'manager' });
    expect(await getImport(stranger, { importId: await makeReadImport(stranger, file()) })).toMatchObject({ state: 'read', recipe: null });
  });
});

const drifted = (parts: Partial<{ blank: boolean; all: string }>) =>
  file(60, HEADER, (at) => [`a${at}@example.org`, parts.blank ? '' : `Bell ${at}`, 'Bern', parts.all ?? row(at)[3] ?? '']);

describe('a file that differs from the last one of its recipe', () => {
  it.each<[string, string, object[]]>([
    ['blank cells', drifted({ blank: true }), [{ code: 'blank-up', column: 'Nom', field: 'LASTNAME', before: 0, now: 1 }]],
    ['other consents', drifted({ all: 'TRUE' }), [{ code: 'mix-changed', column: 'News', field: 'CNIL_O', value: 'TRUE', before: 0.5, now: 1 }]],
    ['many more rows', file(180), [{ code: 'rows-jump', before: 60, now: 180 }]],
    ['a column that is gone', file(60, 'Mail;Nom;Ville', (at) => row(at).slice(0, 3)), [{ code: 'column-gone', column: 'News', field: 'CNIL_O' }]],
    ['a column that is new', file(60, `${HEADER};Tel`, (at) => [...row(at), '']), [{ code: 'column-new', column: 'Tel' }]],
  ])('by %s is held and says so', async (_, content, findings) => {
    await begin();
    const found = await next(content);
    expect(found).toMatchObject({ state: 'read', drift: findings, driftAcceptedAt: null, mapping: null, recipe: { name: 'Newsletter' } });
    const { id: importId } = found;
    expect((await followImport(actor, { importId })).held).toBe(true);
    expect((await listImports(actor)).items.map((item) => [item.id, item.held])).toContainEqual([importId, true]);
    await expect(acceptMapping(actor, { importId, mapping: MAPPING })).rejects.toMatchObject({ code: 'drift-held' });
    await expect(saveRecipe(actor, { importId, name: 'Newsletter', mapping: MAPPING })).rejects.toMatchObject({ code: 'drift-held' });
    expect(await events(importId)).toMatchObject([{ action: 'import.drift', details: { findings: 1 } }]);
  });

  it('goes on once somebody accepted that, which is recorded, and is what the next is compared with', async () => {
    await begin();
    const { id: importId } = await next(drifted({ all: 'TRUE' }));
    await acceptDrift(actor, { importId, goTo: 'plan' });
    expect((await listImports(actor)).items.some(({ held }) => held)).toBe(false);
    const found = await getImport(actor, { importId });
    expect(found).toMatchObject({
      state: 'planning',
      mapping: MAPPING,
      driftAcceptedAt: expect.any(String),
      recipe: { driftAcceptedByName: 'Somebody', isPassed: true },
    });
    expect((await events(importId)).at(-1)).toMatchObject({
      ...{ action: 'import.accept-drift', user_id: actor.userId },
      details: { findings: 1, codes: 'mix-changed', goTo: 'plan' },
    });
    await expect(acceptDrift(actor, { importId, goTo: 'plan' })).rejects.toMatchObject({ code: 'import-state' });
    await runJobs();
    await carryOut(actor, importId);
    expect((await next(drifted({ all: 'TRUE' }))).drift).toEqual([]);
    expect((await next(file())).drift).toMatchObject([{ code: 'mix-changed' }]);
  });

  it('is not what the next is compared with when it was taken back', async () => {
    await begin();
    const { id: importId } = await next(file(180));
    await acceptDrift(actor, { importId, goTo: 'plan' });
    await runJobs();
    await carryOut(actor, importId);
    const { id: compared, drift } = await next(file(60));
    expect(drift).toEqual([{ code: 'rows-jump', before: 180, now: 60 }]);
    await acceptDrift(actor, { importId: compared, goTo: 'map' });
    await runUndo(actor, importId);
    expect((await next(file(60))).drift).toEqual([]);
  });

  it('leads to its columns where somebody wants to see them, with fields carried over by name', async () => {
    await begin();
    const { id: importId } = await next(
      file(60, 'Nom;Mail;Telefon;Ville;News', (at) => ['Bell', `a${at}@example.org`, '044 211 22 33', 'Bern', row(at)[3] ?? '']),
    );
    await acceptDrift(actor, { importId, goTo: 'map' });
    const { suggestions, drift } = await getImport(actor, { importId });
    expect(drift).toEqual([{ code: 'column-new', column: 'Telefon' }]);
    expect(suggestions?.map(({ field }) => field)).toEqual(['LASTNAME', 'EMAIL1', 'TELEPHONE', 'TOWN', 'CNIL_O']);
    await acceptMapping(actor, { importId, mapping: { 0: 'LASTNAME', 1: 'EMAIL1', 2: 'TELEPHONE', 3: 'TOWN', 4: 'CNIL_O' } });
    const [recipe, ...others] = await listRecipes(actor);
    expect([recipe?.version, recipe?.columns, others]).toEqual([2, 5, []]);
  });

  it('leaves out new columns on the way to its plan, which is the next version of the recipe', async () => {
    await begin();
    const { id: importId } = await next(file(60, `Tel;${HEADER}`, (at) => ['', ...row(at)]));
    await acceptDrift(actor, { importId, goTo: 'plan' });
    expect((await getImport(actor, { importId })).mapping).toEqual({ 0: null, 1: 'EMAIL1', 2: 'LASTNAME', 3: 'TOWN', 4: 'CNIL_O' });
    const [recipe] = await listRecipes(actor);
    expect((await getRecipe(actor, { recipeId: recipe?.id ?? 0 })).columns[0]).toEqual({ header: 'Tel', fields: [] });
    expect(recipe).toMatchObject({ name: 'Newsletter', version: 2 });
  });

  it('passes where its columns only stand in another order', async () => {
    await begin();
    const found = await next(file(60, 'News;Ville;Nom;Mail', (at) => [...row(at)].reverse()));
    expect(found).toMatchObject({ state: 'planning', drift: [], mapping: { 0: 'CNIL_O', 1: 'TOWN', 2: 'LASTNAME', 3: 'EMAIL1' } });
  });

  it('is another file where somebody says so; the very columns of the recipe are not', async () => {
    await begin();
    const { id: importId } = await next(file(60, `${HEADER};Tel`, (at) => [...row(at), '']));
    await declineRecipe(actor, { importId });
    expect(await getImport(actor, { importId })).toMatchObject({ recipe: null, drift: [], state: 'read' });
    await acceptMapping(actor, { importId, mapping: MAPPING });
    expect(await listRecipes(actor)).toMatchObject([{ name: 'Newsletter', version: 1 }]);
    const same = await next(drifted({ all: 'TRUE' }));
    await expect(declineRecipe(actor, { importId: same.id })).rejects.toMatchObject({ code: 'recipe-certain' });
  });

  it('is compared anew when it is read in another way', async () => {
    await begin();
    const importId = await uploadedImport(actor, { bytes: drifted({ all: 'TRUE' }) });
    await runJobs();
    await acceptReading(actor, { importId, options: { headerRow: 2 } });
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'reading', recipe: null, drift: [] });
    await runJobs();
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'read', recipe: null, drift: [] });
  });

  it('is accepted by those only who import', async () => {
    await begin();
    for (const role of ROLES) {
      const { id: importId } = await next(drifted({ all: 'TRUE' }));
      const act = acceptDrift({ ...actor, roles: [role] }, { importId, goTo: 'map' });
      if (['importer', 'manager', 'operator'].includes(role)) await act;
      else await expect(act).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
