import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileOf, runFoyer } from '@/cli/run-command.fixture';
import { type TestDatabase, testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { runImport } from '@/lib/testing/run-import';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await runImport(await makeActor(db), 'CONTACT_NR,LASTNAME\n007,Bell\n8,Cole\n', { environment: 'PP' });
});
afterAll(() => db.close());

const HEADER = 'CONTACT_NR;SALES;LAST_PURCHASE;BALANCE;OPEN_ORDERS';

it('foyer standing takes in what removals ask, and foyer plan --removal asks it', () => {
  const removal = fileOf('removal.csv', 'OPERATION;CONTACT_NR\nINVALIDATE;007\nINVALIDATE;8\n');
  const unknown = runFoyer(db, 'plan', removal, '--removal');
  expect(unknown.stdout).toMatch(/standing-unknown/);
  const { status, stdout } = runFoyer(db, 'standing', fileOf('s.csv', `${HEADER}\n007;0;;0;0\n8;2;01.02.2026;-150;0\n9;0;;0;0\n8;x;;0;0\n`));
  expect([status, stdout]).toEqual([
    0,
    '4 rows = 2 changed + 0 unchanged + 1 of unknown contacts + 1 that cannot be read\n  row 5: SALES cannot be used\n',
  ]);
  const planned = runFoyer(db, 'plan', removal, '--removal', '--lang', 'fr');
  expect(planned.stdout).toContain('2  INVALIDATE  individual 007\n    INACTIVE_REASON: nothing → "ACCOUNT_DELETED"');
  expect(planned.stdout).toMatch(/has-sales.*2 ventes/);
  expect(planned.stdout).toMatch(/over-the-ceiling.*supprimerait/);
  expect(planned.stdout).toContain('2 rows = 1 updated + 1 held');
}, 60_000);

it('foyer standing refuses a file without its columns, and import a removal', () => {
  const refused = runFoyer(db, 'standing', fileOf('s.csv', 'CONTACT_NR;SALES\n007;1\n'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('LAST_PURCHASE, BALANCE, OPEN_ORDERS');
  const removal = fileOf('removal.csv', 'OPERATION;CONTACT_NR\nINVALIDATE;007\n');
  expect(runFoyer(db, 'import', removal, '--apply', '--removal').status).toBe(2);
}, 60_000);
