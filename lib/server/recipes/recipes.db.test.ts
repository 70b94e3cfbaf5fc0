import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Edits, type Mapping, NO_EDITS } from '@/lib/engine';
import { type Actor, ROLES } from '@/lib/server/actor';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { getImport } from '@/lib/server/imports/get-import';
import { planImport } from '@/lib/server/imports/plan-import';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { makePlannedImport, makeReadImport, runImport, undisturbed } from '@/lib/testing/run-import';
import { deleteRecipe } from './delete-recipe';
import { exportRecipe } from './export-recipe';
import { getRecipe } from './get-recipe';
import { importRecipeFile } from './import-recipe-file';
import { listRecipes } from './list-recipes';
import { renameRecipe } from './rename-recipe';
import { restoreRecipe } from './restore-recipe';
import { saveRecipe } from './save-recipe';

let db: TestDatabase;
let actor: Actor;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  actor = await makeActor(db, { role: 'manager' });
});
afterAll(() => db.close());

const LIST = 'Mail;Nom;Ville\na@example.org;Bell;Bern\n';
const OTHER = 'Mail;Name;Phone\na@example.org;Bell;\n';
const MAPPING: Mapping = { 0: 'EMAIL1', 1: 'LASTNAME', 2: null };
const TRIMMED: Edits = { version: 1, list: [{ op: 'trim', column: 1 }] };

const only = async (who = actor) => {
  const [first, ...others] = await listRecipes(who);
  if (!first || others.length > 0) throw new Error('One recipe was expected.');
  return first;
};
const save = async (content = LIST, name = 'Newsletter', mapping = MAPPING, edits = NO_EDITS) => {
  const importId = await makeReadImport(actor, content);
  return saveRecipe(actor, { importId, name, mapping, edits, rules: {} });
};
/** A file of a recipe that has a name, once its plan is made by itself. */
const passed = async (who = actor) => {
  const importId = await makeReadImport(who, LIST);
  await planImport({ institutionId: who.institutionId, importId }, undisturbed());
  return importId;
};
const versions = async () => (await getRecipe(actor, { recipeId: (await only()).id })).versions;
const events = async () =>
  (
    await db.ownerQuery<{ action: string }>(`SELECT action FROM audit_event WHERE institution_id = $1 AND subject LIKE 'recipe:%' ORDER BY id`, [
      actor.institutionId,
    ])
  ).map(({ action }) => action);

describe('a recipe', () => {
  it('is saved before anything is accepted, and seen by all of the institution and by nobody else', async () => {
    expect(await save()).toEqual({ name: 'Newsletter', version: 1 });
    const colleague = await makeActor(db, { institutionId: actor.institutionId });
    expect(await only(colleague)).toMatchObject({ name: 'Newsletter', version: 1, columns: 3, madeByName: 'Somebody', usedAt: null });
    expect(await listRecipes(await makeActor(db))).toEqual([]);
    expect(await events()).toEqual(['recipe.save']);
  });

  it('is the mapping that was remembered, under a name', async () => {
    await makePlannedImport(actor, LIST, { mapping: MAPPING, edits: TRIMMED });
    expect(await listRecipes(actor)).toEqual([]);
    const importId = await makePlannedImport(actor, LIST, { mapping: MAPPING, edits: TRIMMED });
    await saveRecipe(actor, { importId, name: ' Newsletter ' });
    expect(await versions()).toMatchObject([{ version: 1, origin: 'saved', columns: 3, imported: 2, edits: 1 }]);
    expect(await db.ownerQuery('SELECT count(*)::int AS count FROM recipe WHERE institution_id = $1', [actor.institutionId])).toEqual([{ count: 1 }]);
  });

  it('gets a version for every change, whoever makes it, and none where nothing changes', async () => {
    await save();
    await save(LIST, 'Newsletter', MAPPING, TRIMMED);
    await save(LIST, 'Newsletter', MAPPING, TRIMMED);
    const colleague = await makeActor(db, { institutionId: actor.institutionId });
    const importId = await passed(colleague);
    await acceptMapping(colleague, { importId, mapping: { ...MAPPING, 2: 'TOWN' }, edits: TRIMMED, rules: { lenient: true } });
    const found = await versions();
    expect(found.map(({ version, origin, imported, edits }) => [version, origin, imported, edits])).toEqual([
      [3, 'accepted', 3, 1],
      [2, 'saved', 2, 1],
      [1, 'saved', 2, 0],
    ]);
    expect(await getRecipe(actor, { recipeId: (await only()).id })).toMatchObject({ version: 3, rules: { lenient: true } });
  });

  it('is restored as its next version, and everything of its history stays', async () => {
    await save();
    await save(LIST, 'Newsletter', { ...MAPPING, 2: 'TOWN' });
    const { id: recipeId } = await only();
    await restoreRecipe(actor, { recipeId, version: 1 });
    expect(await versions()).toMatchObject([{ version: 3, origin: 'restored', restoredFrom: 1, imported: 2 }, { version: 2 }, { version: 1 }]);
    expect((await getRecipe(actor, { recipeId })).columns).toEqual([
      { header: 'Mail', fields: ['EMAIL1'] },
      { header: 'Nom', fields: ['LASTNAME'] },
      { header: 'Ville', fields: [] },
    ]);
    await expect(restoreRecipe(actor, { recipeId, version: 9 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('never keeps the proof of consents, which is of one file', async () => {
    const importId = await makeReadImport(actor, LIST);
    await acceptMapping(actor, { importId, mapping: MAPPING, rules: { raiseConsents: { source: 'form of 3 May' }, allOrNothing: true } });
    await saveRecipe(actor, { importId, name: 'Newsletter' });
    expect((await getRecipe(actor, { recipeId: (await only()).id })).rules).toEqual({ allOrNothing: true });
    expect(await db.ownerQuery("SELECT FROM recipe r, recipe_version v WHERE concat(r::text, v::text) LIKE '%3 May%'")).toEqual([]);
  });

  it('has a name of its own, also when two give it at the same time', async () => {
    await save();
    await expect(save(OTHER, 'newsletter')).rejects.toMatchObject({ code: 'recipe-name-taken' });
    const imports = [await makeReadImport(actor, OTHER), await makeReadImport(actor, 'Mail;Name;Fax\na@example.org;Bell;\n')];
    const both = await Promise.allSettled(imports.map((importId) => saveRecipe(actor, { importId, name: 'Desk', mapping: MAPPING })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([['  '], [''], ['a\nb'], ['x'.repeat(101)]])('cannot be called %j', async (name) => {
    await expect(save(LIST, name)).rejects.toMatchObject({ code: 'recipe-name-unusable' });
  });

  it('is not made of columns without names, of nothing that is imported, or of an import that is not read', async () => {
    const unnamed = await makeReadImport(actor, 'a@example.org;Bell\n', { readOptions: { headerRow: null } });
    await expect(saveRecipe(actor, { importId: unnamed, name: 'X', mapping: MAPPING })).rejects.toMatchObject({ code: 'recipe-without-header' });
    await expect(save(LIST, 'X', { 0: null })).rejects.toMatchObject({ code: 'mapping-empty' });
    const importId = await makeReadImport(actor, LIST);
    await expect(saveRecipe(actor, { importId, name: 'X' })).rejects.toMatchObject({ code: 'not-read' });
  });

  it('is renamed without a new version, and deleted with all it had', async () => {
    await save();
    const importId = await passed();
    const { id: recipeId } = await only();
    await renameRecipe(actor, { recipeId, name: 'Weekly' });
    expect(await only()).toMatchObject({ name: 'Weekly', version: 1 });
    await deleteRecipe(actor, { recipeId });
    expect(await listRecipes(actor)).toEqual([]);
    for (const table of ['recipe', 'recipe_version', 'recipe_file'])
      expect(await db.ownerQuery(`SELECT FROM ${table} WHERE institution_id = $1`, [actor.institutionId])).toEqual([]);
    expect(await getImport(actor, { importId })).toMatchObject({ state: 'planned', recipe: null });
    expect(await events()).toEqual(['recipe.save', 'recipe.rename', 'recipe.delete']);
  });

  it('is nothing that anybody sees while it has no name, and keeps nothing of its files', async () => {
    await runImport(actor, LIST, { mapping: MAPPING });
    const kept = `SELECT header, (SELECT count(*)::int FROM recipe_file f WHERE f.recipe_id = r.id) AS files, (SELECT count(*)::int FROM recipe_version v WHERE v.recipe_id = r.id) AS versions
      FROM recipe r WHERE institution_id = $1`;
    expect(await db.ownerQuery(kept, [actor.institutionId])).toEqual([{ header: [], files: 0, versions: 0 }]);
    const [found] = await db.ownerQuery<{ id: number }>('SELECT id FROM recipe WHERE institution_id = $1', [actor.institutionId]);
    await expect(getRecipe(actor, { recipeId: found?.id ?? 0 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a recipe as a file', () => {
  const exported = async () => new TextEncoder().encode((await exportRecipe(actor, { recipeId: (await only()).id })).text);

  it('works in another institution as in its own, and changes nothing where it is known', async () => {
    await save(LIST, 'Newsletter', MAPPING, TRIMMED);
    const bytes = await exported();
    const other = await makeActor(db);
    expect(await importRecipeFile(other, { bytes })).toEqual({ name: 'Newsletter', version: 1, isNew: true });
    const importId = await makeReadImport(other, LIST);
    expect(await getImport(other, { importId })).toMatchObject({ mapping: MAPPING, edits: TRIMMED, recipe: { name: 'Newsletter', isPassed: true } });
    expect(await importRecipeFile(actor, { bytes })).toEqual({ name: 'Newsletter', version: 1, isNew: false });
    expect((await versions()).length).toBe(1);
  });

  it('is the next version of the recipe for its columns, which keeps its name, and names what was remembered', async () => {
    await save();
    const bytes = await exported();
    const other = await makeActor(db);
    await makePlannedImport(other, LIST, { mapping: { 0: 'EMAIL1' } });
    expect(await importRecipeFile(other, { bytes })).toEqual({ name: 'Newsletter', version: 1, isNew: true });
    await save(LIST, 'Weekly', { 0: 'EMAIL1' });
    expect(await importRecipeFile(actor, { bytes })).toEqual({ name: 'Weekly', version: 3, isNew: true });
    expect(await versions()).toMatchObject([{ version: 3, origin: 'imported' }, { version: 2 }, { version: 1 }]);
  });

  it('is refused where its name is that of other columns', async () => {
    await save();
    const bytes = await exported();
    await renameRecipe(actor, { recipeId: (await only()).id, name: 'Weekly' });
    await deleteRecipe(actor, { recipeId: (await only()).id });
    await save(OTHER, 'NEWSLETTER');
    await expect(importRecipeFile(actor, { bytes })).rejects.toMatchObject({ code: 'recipe-name-taken' });
  });
});

describe('who may', () => {
  it.each<[string, readonly string[], (who: Actor, recipeId: number, importId: number) => Promise<unknown>]>([
    ['list recipes', ROLES, (who) => listRecipes(who)],
    ['look at one', ROLES, (who, recipeId) => getRecipe(who, { recipeId })],
    ['export one', ROLES, (who, recipeId) => exportRecipe(who, { recipeId })],
    ['save one', ['importer', 'manager', 'operator'], (who, _, importId) => saveRecipe(who, { importId, name: 'A', mapping: MAPPING })],
    ['rename one', ['importer', 'manager', 'operator'], (who, recipeId) => renameRecipe(who, { recipeId, name: 'B' })],
    ['restore one', ['importer', 'manager', 'operator'], (who, recipeId) => restoreRecipe(who, { recipeId, version: 1 })],
    ['import one', ['importer', 'manager', 'operator'], (who) => importRecipeFile(who, { bytes: new Uint8Array() })],
    ['delete one', ['manager', 'operator'], (who, recipeId) => deleteRecipe(who, { recipeId })],
  ])('%s is decided by role', async (_, allowed, act) => {
    const importId = await makeReadImport(actor, LIST);
    for (const role of ROLES) {
      await saveRecipe(actor, { importId, name: 'Newsletter', mapping: MAPPING });
      const refused = await act({ ...actor, roles: [role] }, (await only()).id, importId).then(
        () => null,
        (error) => error.code,
      );
      expect([role, refused === 'forbidden']).toEqual([role, !allowed.includes(role)]);
    }
  });
});
