import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf, runFoyer } from '@/cli/run-command.fixture';
import type { Actor } from '@/lib/server/actor';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor, makeInstitution } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';

let db: TestDatabase;
let actor: Actor;
let code: string;
beforeAll(async () => {
  db = await testDatabase();
  const institution = await makeInstitution(db);
  code = institution.code;
  actor = await makeActor(db, { institutionId: institution.id });
  await runImport(actor, 'CONTACT_NR,LASTNAME,EMAIL1\n0100,Noether,emmy@example.org\n', { environment: 'PP' });
});
afterAll(() => db.close());

/** How many rows every table has, the queue's jobs included. */
async function everyCount() {
  const tables = await db.ownerQuery<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') ORDER BY 1`,
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`);
  return db.ownerQuery(counts.join(' UNION ALL '));
}

const parsed = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const MEMBERS = [
  'CONTACT_NR,FIRSTNAME,LASTNAME,EMAIL1,OFFICIAL_NAME,TELEPHONE,INSTITUTION',
  ',Ada,Lovelace,ada@example.org,,not a number,',
  '0100,Emmy,Noether,emmy@example.org,,,',
  ',Grace,Hopper,grace@example.org,Navy Choir,,',
  ',Alan,Turing,alan@example.org,,,ELSEWHERE',
  '',
].join('\n');

describe('foyer plan --json', () => {
  it('prints a line for each contact that changes and each row that does not, and the sum', () => {
    const { status, stdout, stderr } = runFoyer(db, 'plan', fileOf('members.csv', MEMBERS), '--json');
    expect(stderr).toBe('');
    expect(parsed(stdout)).toEqual([
      {
        row: 2,
        part: 'individual',
        kind: 'create',
        contactNr: null,
        fields: expect.objectContaining({ FIRSTNAME: [null, 'Ada'], LASTNAME: [null, 'Lovelace'], EMAIL1: [null, 'ada@example.org'] }),
        issues: [expect.objectContaining({ field: 'TELEPHONE', code: 'bad-phone', level: 'warning' })],
      },
      { row: 3, part: 'individual', kind: 'update', contactNr: '0100', fields: { FIRSTNAME: [null, 'Emmy'] }, issues: [] },
      {
        row: 4,
        part: 'structure',
        kind: 'create',
        contactNr: null,
        fields: expect.objectContaining({ OFFICIAL_NAME: [null, 'Navy Choir'] }),
        issues: [],
      },
      { row: 4, part: 'relay', kind: 'create', contactNr: null, fields: expect.objectContaining({ LASTNAME: [null, 'Hopper'] }), issues: [] },
      {
        row: 5,
        part: null,
        kind: 'refused',
        contactNr: null,
        fields: {},
        issues: [{ field: 'INSTITUTION', code: 'other-institution', level: 'error', params: { value: 'ELSEWHERE', expected: code } }],
      },
      { rows: 4, created: 2, updated: 1, removed: 0, unchanged: 0, merged: 0, held: 0, refused: 1, not_imported: 0 },
    ]);
    expect(status).toBe(0);
  });

  it('leaves no trace', async () => {
    const before = await everyCount();
    expect(runFoyer(db, 'plan', fileOf('members.csv', MEMBERS), '--json').status).toBe(0);
    expect(await everyCount()).toEqual(before);
  });

  it('compares with the contacts of the environment it is asked for', () => {
    const { stdout } = runFoyer(db, 'plan', fileOf('members.csv', 'CONTACT_NR,LASTNAME\n0100,Noether\n'), '--json', '--environment', 'p');
    expect(parsed(stdout)[0]).toMatchObject({ kind: 'create', contactNr: '0100' });
  });
});

describe('foyer plan', () => {
  it('says the same in words', () => {
    const { status, stdout } = runFoyer(
      db,
      'plan',
      fileOf('members.csv', 'Nachname,E-Mail,Colour\nNöther,emmy@example.org,red\n'),
      '--institution',
      code,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('2  update  individual 0100\n    LASTNAME: "Noether" → "Nöther"\n');
    expect(stdout).toMatch(/Read as csv\. Columns:\n {2}Nachname → LASTNAME.*\n {2}E-Mail → EMAIL1.*\n {2}Colour → not imported\n/);
    expect(stdout).toMatch(/1 row = 1 updated\n$/);
  });

  it('names of every problem the column, its code and what was expected, in the language asked for', () => {
    const path = fileOf('members.csv', 'Nachname,Geburtstag\nAda,31.12.1980\nBell,tomorrow\n');
    const { stdout } = runFoyer(db, 'plan', path, '--institution', code, '--lang', 'fr');
    expect(stdout).toMatch(/ {4}warning BIRTHDATE in "Geburtstag" \(bad-date\): « tomorrow » n’est pas une date\. Attendu : /);
  });

  it('says what was found about the file: beside the columns in words, else on stderr, so that lines stay lines', () => {
    const path = fileOf('coded.csv', `INSTITUTION;OPERATION;LASTNAME;CRIT51\n${code};INSERT;Ada;x\n`);
    expect(runFoyer(db, 'plan', path, '--institution', code).stdout).toMatch(
      /\n {2}CRIT51 → not imported\n\nwarning \(unknown-codes\): The code CRIT51 is not/,
    );
    const { stdout, stderr } = runFoyer(db, 'plan', path, '--institution', code, '--json');
    expect(stderr).toMatch(/^foyer plan: warning \(unknown-codes\): The code CRIT51 is not/);
    expect(parsed(stdout)).toHaveLength(2);
  });

  it('lists fields in the order of the format, criteria behind them', () => {
    const path = fileOf('ordered.csv', 'EMAIL1,LASTNAME,FIRSTNAME\na@example.org,Ada,Bell\n');
    const [line] = parsed(runFoyer(db, 'plan', path, '--institution', code, '--json').stdout);
    expect(Object.keys(line.fields)).toEqual(['TITLE', 'FIRSTNAME', 'LASTNAME', 'PREF_LANG', 'EMAIL1']);
    expect(Object.keys(line)).toEqual(['row', 'part', 'kind', 'contactNr', 'fields', 'issues']);
  });

  it.each([
    ['a file of another kind', () => fileOf('a.pdf', '%PDF-1.7\n'), /^foyer plan: This is not a table/],
    ['a file that is not there', () => '/nowhere/members.csv', /^foyer plan: \/nowhere\/members.csv: There is no such file/],
  ])('refuses %s with a reason', (_, path, reason) => {
    const { status, stdout, stderr } = runFoyer(db, 'plan', path(), '--json');
    expect(stderr).toMatch(reason);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('asks which institution is meant when there are several', async () => {
    const other = await makeInstitution(db);
    const { status, stderr } = runFoyer(db, 'plan', fileOf('a.csv', 'EMAIL1\nada@example.org\n'));
    expect(stderr).toBe(`foyer plan: Say which institution, by its code: ${[code, other.code].sort().join(', ')}.\n`);
    expect(status).toBe(1);
  });
});

describe('foyer plan --define-unknown', () => {
  const file = () => fileOf('members.csv', 'LASTNAME,CRIT01\nHopper,NEW=x\n');

  it('prints what would be defined, and defines nothing', async () => {
    const before = await everyCount();
    const { stdout } = runFoyer(db, 'plan', file(), '--define-unknown', '--institution', code);
    expect(stdout).toContain('define criterion (single) NEW, first needed in row 2\ndefine value of the criterion NEW = x, first needed in row 2\n');
    const [, own, value, counts] = parsed(runFoyer(db, 'plan', file(), '--define-unknown', '--institution', code, '--json').stdout);
    expect([own, value, counts]).toMatchObject([{ define: { code: 'NEW', value: '' } }, { define: { code: 'NEW', value: 'x' } }, { created: 1 }]);
    expect(await everyCount()).toEqual(before);
  });

  it('is off unless it is said', () => {
    expect(parsed(runFoyer(db, 'plan', file(), '--institution', code, '--json').stdout).at(-1)).toMatchObject({ created: 0, refused: 1 });
  });
});
