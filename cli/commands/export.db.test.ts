import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf, runFoyer } from '@/cli/run-command.fixture';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';

let db: TestDatabase;
let code: string;
let folder: string;
beforeAll(async () => {
  db = await testDatabase();
  ({ code } = await makeInstitution(db));
  const file = fileOf('members.csv', 'CONTACT_NR,LASTNAME,REMARK\n7,Lovelace,=1+1\n8,Turing,\n');
  folder = join(file, '..');
  expect(runFoyer(db, 'import', file, '--apply', '--institution', code).status).toBe(0);
});
afterAll(() => db.close());

describe('foyer export', () => {
  it('writes contacts to a file of which an import changes nothing', () => {
    const out = join(folder, 'contacts.csv');
    expect(runFoyer(db, 'export', '--out', out, '--institution', code)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(out, 'utf8')).toContain("'=1+1");
    const { stdout } = runFoyer(db, 'plan', out, '--institution', code, '--json');
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ rows: 2, unchanged: 2 });
  });

  it('writes a workbook as well, with what is asked for alone', () => {
    const out = join(folder, 'contacts.xlsx');
    expect(runFoyer(db, 'export', '--out', out, '--institution', code, '--layout', 'pairs', '--groups', 'authorizations').status).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('says why a file cannot be written, and leaves nothing of it', () => {
    const out = join(folder, 'missing', 'contacts.csv');
    const { status, stderr } = runFoyer(db, 'export', '--out', out, '--institution', code);
    expect(status).toBe(1);
    expect(stderr).toContain(out);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it.each([[[]], [['--out', 'a.pdf']], [['--out', 'a.csv', '--layout', 'sam']], [['--out', 'a.csv', '--groups', 'global']]])(
    'explains itself when it is called with %j',
    (args) => {
      const { status, stderr } = runFoyer(db, 'export', ...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Usage: foyer export/);
    },
  );
});
