import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf, runFoyer } from '@/cli/run-command.fixture';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';

let db: TestDatabase;
let code: string;
beforeAll(async () => {
  db = await testDatabase();
  ({ code } = await makeInstitution(db));
});
afterAll(() => db.close());

const run = (...args: string[]) => runFoyer(db, 'criteria', ...args, '--institution', code);

describe('foyer criteria', () => {
  it('plans, imports and exports definitions; what was exported changes nothing', () => {
    const file = fileOf('criteria.csv', 'CODE;NAME;CONTACT_TYPE;DATA_TYPE;VALUE\nGENRE;Genres;BOTH;MULTI;Opera\nGENRE;;;;Dance\n');
    const planned = run('plan', file);
    expect(planned).toMatchObject({ status: 0, stderr: '' });
    expect(planned.stdout).toContain('2  create  GENRE\n    NAME: "" → "Genres"');
    expect(planned.stdout).toMatch(/2 rows: 3 changes, 0 refused\n$/);
    expect(run('plan', file).stdout).toBe(planned.stdout);
    expect(run('import', file)).toEqual(planned);
    const out = join(file, '..', 'exported.xlsx');
    expect(run('export', '--out', out)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(run('plan', out)).toMatchObject({ status: 0, stdout: '3 rows: 0 changes, 0 refused\n' });
  });

  it('takes structure types by their own layout', () => {
    const file = fileOf('types.csv', 'CODE;LABEL_EN\nSCHOOL;School\n');
    expect(JSON.parse(run('import', file, '--json').stdout)).toMatchObject({ row: 2, code: 'SCHOOL', move: 'create' });
    const out = join(file, '..', 'exported.csv');
    expect(run('export', '--out', out, '--list', 'structure-types').status).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('SCHOOL;School;;1;ACTIVE');
  });

  it('says which rows are refused, where and why, and does the others', () => {
    const file = fileOf('criteria.csv', 'CODE;NAME;CONTACT_TYPE;DATA_TYPE\nA;A;ALL;TEXT\nB;B;BOTH;TEXT\n');
    const { status, stdout } = run('import', file, '--lang', 'fr');
    expect(status).toBe(1);
    expect(stdout).toContain('3  create  B');
    expect(stdout).toMatch(/2 {2}refused {2}CONTACT_TYPE \(definition-word-unknown\): « ALL »/);
  });

  it('says what is wrong with a file that holds no definitions', () => {
    expect(run('plan', fileOf('a.csv', 'LASTNAME\nBell\n'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('No row of this file heads'),
    });
    expect(run('plan', '/nowhere.csv').status).toBe(1);
  });

  it.each([[[]], [['plan']], [['drop', 'a.csv']], [['export', '--out', 'a.pdf']], [['plan', 'a.csv', '--list', 'x']]])(
    'explains itself when it is called with %j',
    (args) => {
      expect(runFoyer(db, 'criteria', ...args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Usage: foyer criteria/) });
    },
  );
});
