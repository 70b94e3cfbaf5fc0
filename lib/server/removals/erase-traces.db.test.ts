import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '@/lib/engine';
import type { Actor } from '@/lib/server/actor';
import { inScopeSql } from '@/lib/server/database/scope';
import { env } from '@/lib/server/env';
import { acceptMapping } from '@/lib/server/imports/accept-mapping';
import { applyImport } from '@/lib/server/imports/apply-import';
import { cancelImport } from '@/lib/server/imports/cancel-import';
import { getImport } from '@/lib/server/imports/get-import';
import { listChanges } from '@/lib/server/imports/list-changes';
import { listProblems } from '@/lib/server/imports/list-problems';
import { listRows } from '@/lib/server/imports/list-rows';
import { planImport } from '@/lib/server/imports/plan-import';
import { saveRecipe } from '@/lib/server/recipes/save-recipe';
import { newKey } from '@/lib/server/storage/key';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import {
  approve,
  carryOut,
  makePlannedImport,
  makePlannedUndo,
  makeReadImport,
  makeUploadedImport,
  runImport,
  runRemoval,
  runUndo,
  undisturbed,
} from '@/lib/testing/run-import';
import { eraseTraces } from './erase-traces';
import { findPeople, findTraces } from './find-traces';
import { wipeTraces } from './wipe-traces';

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
const erase = () => eraseTraces(new AbortController().signal);

const STANDING = `
  INSERT INTO contact_standing (institution_id, contact_id, sales, balance, open_orders)
  SELECT institution_id, id, 0, 0, 0 FROM contact WHERE institution_id = $1 ON CONFLICT DO NOTHING`;

/** Every table of the database, of whatever schema, with how many of its rows say the text in any column; what the planner remembers included. */
async function tablesSaying(text: string): Promise<string[]> {
  const tables = await db.ownerQuery<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname NOT IN ('information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_temp%' AND c.relname <> 'pg_statistic'
     UNION ALL SELECT 'pg_catalog.pg_stats' ORDER BY 1`,
  );
  const saying: string[] = [];
  for (const { name } of tables) {
    const [found] = await db.ownerQuery<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} t WHERE lower(t::text) LIKE '%' || lower($1) || '%'`,
      [text],
    );
    if (found && found.count > 0) saying.push(name);
  }
  return saying;
}

/** Files of the data folder that say the text, in their bytes or their names. */
function filesSaying(text: string): string[] {
  const root = env().dataDir;
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const full = join(root, path);
    return /^(files|uploads)/.test(path) && statSync(full).isFile() && (readFileSync(full).includes(text) || path.includes(text));
  });
}

/** Stands in every place, another for each test; letters alone, as in names. */
let MARK = '';
let mail = '';
let marks = 0;
beforeEach(() => {
  MARK = `Zzyzx${String.fromCharCode(97 + marks++)}mark`;
  mail = `${MARK.toLowerCase()}@example.org`;
});

/** Somebody called by the mark in every place that ordinary use gives, and somebody else beside them. */
async function plant(): Promise<{ first: number; others: number[] }> {
  await db.ownerQuery("INSERT INTO criterion (institution_id, code, type, scope, labels) VALUES ($1, 'NICK', 'text', 'BOTH', '{}')", [
    actor.institutionId,
  ]);
  const header =
    'CONTACT_NR;FIRSTNAME;LASTNAME;BIRTHDATE;EMAIL1;EMAIL2;TELEPHONE;LINE1;TOWN_COMPLEMENT;REMARK;FUNCTION;CONSENT_SOURCE;CRIT01;LETTER_SALUTATION';
  const row = `5;F${MARK};${MARK};31.12.1980;${mail};second.${mail};ask ${MARK};${MARK} street;${MARK};about ${MARK};${MARK} head;paper of ${MARK};NICK=${MARK};Dear ${MARK}`;
  const { id: first } = await runImport(actor, file(header, row, '6;Max;Moreau;;max@example.org;;;;;;;;;'), { fileName: `list of ${MARK}.csv` });
  // Edited, undone, refused with an e-mail of before, planned and never confirmed, refused, held, merged, cancelled, and read but not mapped, unreadable and given up.
  const edit = await runImport(actor, file('CONTACT_NR;REMARK;TELEPHONE', `5;new of ${MARK};bad ${MARK}`, '6;changed;'));
  await runUndo(actor, edit.id);
  await runImport(actor, file('CONTACT_NR;EMAIL2', `5;third.${mail}`));
  await makePlannedImport(actor, file('OPERATION;CONTACT_NR;EMAIL1', `UPDATE;99;second.${mail}`));
  const planned = await makePlannedImport(actor, file('CONTACT_NR;REMARK;LASTNAME', `5;planned ${MARK};${MARK}2`));
  const undo = await makePlannedUndo(actor, first);
  const refused = await makePlannedImport(
    actor,
    file('OPERATION;CONTACT_NR;EMAIL1;LASTNAME;COUNTRY', `INSERT;;${mail};${MARK};UK`, `DROP;5;;${MARK};`, 'INSERT;9;;Other;FR'),
  );
  const created = await makePlannedImport(
    actor,
    file('EMAIL1;LASTNAME;FIRSTNAME', `other@example.org;${MARK};F${MARK}`, `other@example.org;${MARK};F${MARK}`),
  );
  const elsewhere = await makePlannedImport(actor, file('EMAIL1;REMARK', `${mail};in PP ${MARK}`), { environment: 'PP' });
  const shared = await makePlannedImport(actor, file('CONTACT_NR;LASTNAME;EMAIL1', `20;Cousin;${mail}`));
  const cancelled = await makeReadImport(actor, file('EMAIL1;LASTNAME', `${mail};${MARK}`));
  await cancelImport(actor, { importId: cancelled });
  const open = await makeReadImport(actor, file('Nom;Prénom;Ville', `${MARK};F${MARK};${MARK} sur Mer`));
  const edited = await makeReadImport(actor, file('Courriel;Nom;Note', `${mail};${MARK};of old`, 'max@example.org;Moreau;'));
  const edits: Edit[] = [
    { op: 'trim', column: 1 },
    { op: 'replace', column: 0, find: mail, with: 'nobody@example.org' },
    { op: 'replace', column: 2, find: 'of old', with: `f${MARK} ${MARK}` },
  ];
  await acceptMapping(actor, { importId: edited, mapping: { 0: 'EMAIL1', 1: 'LASTNAME', 2: 'REMARK' }, edits: { version: 1, list: edits } });
  await planImport({ institutionId: actor.institutionId, importId: edited }, undisturbed());
  // A row of values taken for the header, under a recipe that is called after somebody, and a file that differs from it.
  const values = [`F${MARK}`, MARK, mail];
  const taken = [values.join(';'), 'Xavier;Yvon;z@example.org', values.join(';')];
  const called = await makePlannedImport(actor, file(...taken), {
    mapping: { 0: 'FIRSTNAME', 1: 'LASTNAME', 2: 'EMAIL1' },
    readOptions: { headerRow: 1 },
  });
  await saveRecipe(actor, { importId: called, name: `List of F${MARK} ${MARK}` });
  await carryOut(actor, called);
  const differs = await makeReadImport(actor, file(...taken.map((line) => `${line};second.${mail}`)), { readOptions: { headerRow: 1 } });
  expect((await getImport(actor, { importId: differs })).drift).toMatchObject([{ code: 'column-new' }]);
  const broken = join(env().dataDir, newKey());
  writeFileSync(broken, `PK\u0003\u0004 no archive, but of ${MARK}`);
  await cancelImport(actor, { importId: await makeUploadedImport(actor, broken) });
  return { first, others: [edit.id, planned, undo, refused, created, elsewhere, shared, cancelled, open] };
}

describe.each(['ANONYMIZE', 'DROP', 'DELETE'] as const)('%s', (operation) => {
  it('leaves nothing of the person in any table or file', async () => {
    const { first } = await plant();
    await db.ownerQuery('UPDATE contact SET version = 1 WHERE institution_id = $1', [actor.institutionId]);
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await db.ownerQuery('ANALYZE');
    const planted = await tablesSaying(MARK);
    expect(planted).toContain('pg_catalog.pg_stats');
    const places = [
      'contact',
      'contact_address',
      'contact_means',
      'contact_criterion',
      'contact_authorizations',
      'import',
      'import_issue',
      'import_row',
      'plan_change',
      'recipe',
      'recipe_file',
      'recipe_version',
      'stored_file',
    ];
    expect(planted.filter((name) => name.startsWith('public.'))).toEqual(places.map((name) => `public.${name}`).sort());
    expect(filesSaying(MARK).length).toBeGreaterThan(6);
    const removal = file('OPERATION;CONTACT_NR;LASTNAME;CRIT01;REMARK', `${operation};5;${MARK};NICK=${MARK};sent by ${MARK}`);
    const { id, counts, balanced } = await runRemoval(actor, removal, { fileName: `${MARK}.csv` });
    expect([(counts?.updated ?? 0) + (counts?.removed ?? 0), balanced]).toEqual([1, true]);
    while (await erase());
    if (operation === 'DELETE') {
      // The contact stays and keeps its name, its texts and its salutation; nothing else does.
      expect(await tablesSaying(mail)).toEqual([]);
      expect((await tablesSaying(MARK)).filter((name) => name.startsWith('public.'))).toEqual(['public.contact', 'public.contact_authorizations']);
    } else expect(await tablesSaying(MARK)).toEqual([]);
    expect(filesSaying(MARK)).toEqual([]);
    const [event] = await db.ownerQuery(`SELECT details FROM audit_event WHERE institution_id = $1 AND action = 'import.erase-traces'`, [
      actor.institutionId,
    ]);
    expect(event?.details).toMatchObject({ people: 1 });
    const remembered = `SELECT edits->'list' AS list FROM recipe WHERE institution_id = $1 AND jsonb_array_length(edits->'list') > 0`;
    expect(await db.ownerQuery(remembered, [actor.institutionId])).toEqual([{ list: [{ op: 'trim', column: 1 }] }]);
    // What is shown of these imports goes on being shown.
    for (const importId of [first, id]) {
      await getImport(actor, { importId });
      await listChanges(actor, { importId });
      await listRows(actor, { importId });
      await listProblems(actor, { importId });
    }
  }, 120_000);
});

describe('traces', () => {
  it('of others stay: their rows, values and undo', async () => {
    const { first } = await plant();
    await db.ownerQuery('UPDATE contact SET version = 1 WHERE institution_id = $1', [actor.institutionId]);
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await runRemoval(actor, file('OPERATION;CONTACT_NR', 'ANONYMIZE;5'));
    while (await erase());
    const [row] = await db.ownerQuery('SELECT cells FROM import_row WHERE import_id = $1 AND row = 3', [first]);
    expect(row?.cells).toContain('max@example.org');
    const undo = await runUndo(actor, first);
    expect(undo.counts).toMatchObject({ rows: 2, removed: 1, held: 1 });
  });

  it('in a plan that nobody confirmed yet are not carried out, and its file cannot be read anew', async () => {
    const { others } = await plant();
    const [, planned = 0, , , created = 0] = others;
    await db.ownerQuery('UPDATE contact SET version = 1 WHERE institution_id = $1', [actor.institutionId]);
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await runRemoval(actor, file('OPERATION;CONTACT_NR', 'ANONYMIZE;5'));
    while (await erase());
    for (const importId of [planned, created]) {
      const { counts, balanced } = await carryOut(actor, importId);
      expect([counts?.created, counts?.updated, balanced]).toEqual([0, 0, true]);
    }
    expect(await tablesSaying(MARK)).toEqual([]);
    const again = await makePlannedImport(actor, file('CONTACT_NR;LASTNAME', '6;Moreau'));
    await db.ownerQuery('UPDATE stored_file SET erased_at = now() FROM import i WHERE i.file_id = stored_file.id AND i.id = $1', [again]);
    await expect(acceptMapping(actor, { importId: again, mapping: { 0: 'CONTACT_NR' } })).rejects.toMatchObject({ code: 'file-erased' });
  });

  it('are taken away all the same when the work was killed before its end, and nothing is due after it', async () => {
    await plant();
    await db.ownerQuery('UPDATE contact SET version = 1 WHERE institution_id = $1', [actor.institutionId]);
    await db.ownerQuery(STANDING, [actor.institutionId]);
    const { id } = await runRemoval(actor, file('OPERATION;CONTACT_NR', 'DROP;5'));
    await inScopeSql({ kind: 'institution', institutionId: actor.institutionId }, async (client) => {
      await findPeople(client, id);
      await findTraces(client, id);
      await wipeTraces(client, id);
    });
    expect(filesSaying(MARK).length).toBeGreaterThan(6);
    expect(await erase()).toBe(true);
    expect(await erase()).toBe(false);
    expect(await tablesSaying(MARK)).toEqual([]);
    expect(filesSaying(MARK)).toEqual([]);
    const [found] = await db.ownerQuery('SELECT traces_due_at, traces_erased_at FROM import WHERE id = $1', [id]);
    expect([found?.traces_due_at, found?.traces_erased_at === null]).toEqual([null, false]);
  });

  it('are taken away when somebody is erased twice before anybody looks', async () => {
    await plant();
    await db.ownerQuery(STANDING, [actor.institutionId]);
    await runRemoval(actor, file('OPERATION;CONTACT_NR;LASTNAME', `DELETE;5;${MARK}`));
    await runRemoval(actor, file('OPERATION;CONTACT_NR;LASTNAME', `ANONYMIZE;5;${MARK}`));
    while (await erase());
    expect(await tablesSaying(MARK)).toEqual([]);
    expect(filesSaying(MARK)).toEqual([]);
  });

  it('stay where contacts are only invalidated', async () => {
    await plant();
    await db.ownerQuery(STANDING, [actor.institutionId]);
    const importId = await makePlannedImport(actor, file('OPERATION;CONTACT_NR', 'INVALIDATE;5'), { purpose: 'removal' });
    await approve(actor, importId);
    await applyImport({ institutionId: actor.institutionId, importId }, undisturbed());
    expect(await erase()).toBe(false);
    expect((await tablesSaying(MARK)).length).toBeGreaterThan(5);
  });
});
