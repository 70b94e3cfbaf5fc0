import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileOf, interruptFoyer, runFoyer } from '@/cli/run-command.fixture';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeInstitution } from '@/lib/testing/factories';

let db: TestDatabase;
let institution: { id: number; code: string };
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  institution = await makeInstitution(db);
});
afterAll(() => db.close());

const importOf = (content: string, ...args: string[]) =>
  runFoyer(db, 'import', fileOf('members.csv', content), '--apply', '--institution', institution.code, ...args);

const contacts = () =>
  db.ownerQuery('SELECT environment, number, last_name FROM contact WHERE institution_id = $1 ORDER BY number', [institution.id]);

describe('foyer import', () => {
  it('writes what the plan says and prints the ledger', async () => {
    const { status, stdout, stderr } = importOf('CONTACT_NR,LASTNAME,INSTITUTION\n7,Lovelace,\n8,Turing,ELSEWHERE\n', '--json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      import: expect.any(Number),
      rows: 2,
      created: 1,
      updated: 0,
      removed: 0,
      unchanged: 0,
      merged: 0,
      held: 0,
      refused: 1,
      not_imported: 0,
    });
    expect(status).toBe(0);
    expect(await contacts()).toEqual([{ environment: 'PP', number: '7', last_name: 'Lovelace' }]);
  });

  it('finds the same file unchanged the second time, in the environment it is asked for', async () => {
    const file = 'CONTACT_NR,LASTNAME\n7,Lovelace\n';
    expect(importOf(file, '--environment', 'p').stdout).toMatch(/^Import \d+: 1 row = 1 created\n$/);
    expect(importOf(file, '--environment', 'p').stdout).toMatch(/^Import \d+: 1 row = 1 unchanged\n$/);
    expect(await contacts()).toEqual([{ environment: 'P', number: '7', last_name: 'Lovelace' }]);
  });

  it('is in the history and in the audit trail as the command line, which is nobody’s account', async () => {
    importOf('CONTACT_NR,LASTNAME\n7,Lovelace\n');
    const imports = await db.ownerQuery('SELECT state, created_by, confirmed_by FROM import WHERE institution_id = $1', [institution.id]);
    expect(imports).toEqual([{ state: 'applied', created_by: 0, confirmed_by: 0 }]);
    const events = await db.ownerQuery<{ action: string; user_id: number }>(
      'SELECT action, user_id FROM audit_event WHERE institution_id = $1 ORDER BY id',
      [institution.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['institution.enter', 'import.create', 'import.upload', 'import.map', 'import.confirm']);
    expect(new Set(events.map(({ user_id }) => user_id))).toEqual(new Set([0]));
    expect(await db.ownerQuery('SELECT FROM app_user WHERE id = 0')).toEqual([]);
  });

  it('says why a file was refused and keeps the import to be looked at', async () => {
    const { status, stdout, stderr } = importOf('');
    expect(stderr).toMatch(/^foyer import: The file is empty/);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(await db.ownerQuery('SELECT state, error FROM import WHERE institution_id = $1', [institution.id])).toEqual([
      { state: 'failed', error: { code: 'empty-file', params: {} } },
    ]);
  });
});

describe('foyer import that is stopped by Ctrl-C', () => {
  const ROWS = 21_000;
  const people = Array.from({ length: ROWS }, (_, at) => `P${at};p${at}@example.org\n`).join('');
  const args = () => ['import', fileOf('people.csv', `LASTNAME;EMAIL1\n${people}`), '--apply', '--institution', institution.code];
  const isIn = async (where: string) =>
    (await db.ownerQuery(`SELECT FROM import i WHERE institution_id = $1 AND ${where}`, [institution.id])).length > 0;

  it('while it writes is paused, says how far it came and how to go on, and goes on from there', async () => {
    const someWritten = `state = 'applying' AND EXISTS (SELECT FROM change_result r WHERE r.import_id = i.id)`;
    const { status, stdout, stderr } = await interruptFoyer(db, () => isIn(someWritten), ...args());
    const told = /^Import (\d+) is paused: (\d+) of 21000 rows are done.*To go on: foyer import --resume (\d+) --apply --institution (\w+)\n$/.exec(
      stderr,
    );
    expect([status, stdout, told?.[3], told?.[4]], stderr).toEqual([130, '', told?.[1], institution.code]);
    expect(Number(told?.[2])).toBeGreaterThanOrEqual(10_000);
    expect(await isIn(`state = 'paused'`)).toBe(true);
    const resumed = runFoyer(db, 'import', '--resume', told?.[1] ?? '', '--apply', '--institution', institution.code);
    expect(resumed).toEqual({ status: 0, stdout: `Import ${told?.[1]}: 21000 rows = 21000 created\n`, stderr: '' });
    expect(await contacts()).toHaveLength(ROWS);
  });

  it('before anything is written is cancelled, and says so', async () => {
    const { status, stdout, stderr } = await interruptFoyer(db, () => isIn(`state = 'planning'`), ...args());
    expect([status, stdout, stderr.replace(/\d+/, 'N')]).toEqual([
      130,
      '',
      'Import N is cancelled: nothing was written. To import the file, run the command again.\n',
    ]);
    expect(await isIn(`state = 'cancelled'`)).toBe(true);
    expect(await contacts()).toEqual([]);
  });
});
