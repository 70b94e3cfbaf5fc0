import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileOf, runFoyer } from '@/cli/run-command.fixture';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';

let db: TestDatabase;
let code: string;
let id: number;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ code, id } = await makeInstitution(db));
});
afterAll(() => db.close());

const run = (...args: string[]) => runFoyer(db, 'recipes', ...args, '--institution', code);
const RECIPE = {
  ...{ foyerRecipe: 1, name: 'Newsletter', header: ['Mail', 'Nom', 'Note'], mapping: { 0: 'EMAIL1', 1: 'LASTNAME', 2: null } },
  ...{ edits: { version: 1, list: [{ op: 'case', column: 1, to: 'name' }] }, rules: {}, readOptions: {} },
};
const bring = (parts = {}) => run('import', fileOf('recipe.json', JSON.stringify({ ...RECIPE, ...parts })));
const contacts = () => db.ownerQuery('SELECT last_name, remark FROM contact WHERE institution_id = $1 ORDER BY 1', [id]);

describe('foyer recipes', () => {
  it('brings, lists and exports recipes; what was exported is what was brought', () => {
    expect(run('list')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(bring()).toEqual({ status: 0, stdout: '"Newsletter" version 1\n', stderr: '' });
    expect(bring().stdout).toBe('"Newsletter" version 1, as it was\n');
    expect(run('list').stdout).toMatch(/^"Newsletter" version 1, 3 columns, changed \d{4}-\d\d-\d\d, last file never\n$/);
    const out = join(fileOf('x', ''), '..', 'exported.json');
    expect(run('export', 'Newsletter', '--out', out)).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(RECIPE);
  });

  it('says what is wrong with a file, or that there is no such recipe', () => {
    expect(bring({ mapping: { 0: 'SHOE_SIZE' } })).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('“mapping.0”') });
    expect(run('export', 'Nothing', '--out', '/tmp/x.json')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('This recipe does not exist'),
    });
    expect(run('import', '/nowhere.json').status).toBe(1);
  });

  it.each([[[]], [['list', 'x']], [['export', 'x']], [['import']], [['drop', 'x']], [['import', 'x', '--out', 'y']]])(
    'explains itself when it is called with %j',
    (args) => {
      expect(runFoyer(db, 'recipes', ...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Usage: foyer recipes/) });
    },
  );
});

describe('foyer import of a file of a recipe', () => {
  const importOf = (content: string, ...args: string[]) =>
    runFoyer(db, 'import', fileOf('letter.csv', content), '--apply', '--institution', code, ...args);

  it('imports it as the recipe says', async () => {
    bring();
    expect(importOf('Mail;Nom;Note\na@example.org;BELL;x\n')).toMatchObject({ status: 0, stdout: expect.stringContaining('1 row = 1 created') });
    expect(await contacts()).toEqual([{ last_name: 'Bell', remark: null }]);
  });

  it('adds the options that are given', async () => {
    bring();
    const { stdout } = importOf('Mail;Nom;Note\na@example.org;BELL;x\n', '--lenient');
    expect(stdout).toContain('1 row = 1 created');
    expect(await db.ownerQuery('SELECT rules FROM import WHERE institution_id = $1', [id])).toEqual([{ rules: { lenient: true } }]);
  });

  it('refuses it where it differs from the last one, unless that is accepted', async () => {
    bring();
    const more = 'Mail;Nom;Note;Tel\na@example.org;BELL;x;\n';
    const refused = importOf(more);
    expect(refused).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^“Tel” is a new column\n.*“Newsletter”.*column-new.*--accept-drift/),
    });
    expect(await contacts()).toEqual([]);
    expect(importOf(more, '--accept-drift')).toMatchObject({ status: 0, stdout: expect.stringContaining('1 row = 1 created') });
    expect(await contacts()).toEqual([{ last_name: 'Bell', remark: null }]);
    const events = await db.ownerQuery(`SELECT user_id, details FROM audit_event WHERE institution_id = $1 AND action = 'import.accept-drift'`, [id]);
    expect(events).toEqual([{ user_id: 0, details: { findings: 1, codes: 'column-new', goTo: 'plan' } }]);
  });
});
