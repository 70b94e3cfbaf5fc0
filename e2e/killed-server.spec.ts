import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contactRows, frenchCsv, HEADER, OUTCOME, uniqueWord } from './contact-list';
import { acceptReading, bringFile, chooseFile, confirmPlan, ledgerOf, planImport, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

/** Bytes of one request (see use-upload.ts); the file is nearly twice as large, so that the second one is still on its way when the server is killed. */
const FIRST_PART = 16_000_000;
const ROWS = 17_000;

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-killed-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

function largeFile(): string {
  const word = uniqueWord();
  const path = join(folder, `killed ${word}.csv`);
  const line = (row: number) => `k${row}.${word}@example.org;${'Rang du fond près de l’allée. '.repeat(60)}\n`;
  writeFileSync(path, `E-mail;Remarque\n${Array.from({ length: ROWS }, (_, row) => line(row)).join('')}`);
  return path;
}

/** Processes of this machine that `ancestor` started, or one that it started. */
function descendants(ancestor: number): { pid: number; name: string }[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).matchAll(/^ *(\d+) +(\d+) (.*)$/gm);
  const all = [...lines].map(([, pid, parent, name = '']) => ({ pid: Number(pid), parent: Number(parent), name }));
  const below = (pid: number): typeof all => all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return below(ancestor);
}

/** Kills the product's web server, as the system does when memory runs out. */
function killWebServer(): void {
  const found = descendants(process.ppid).filter(({ name }) => name.startsWith('next-server'));
  expect(found).toHaveLength(1);
  for (const { pid } of found) process.kill(pid, 'SIGKILL');
}

test('an upload whose web server is killed goes on by itself where it stopped', async ({ page }) => {
  const offsets: number[] = [];
  await page.route('**/api/uploads/**', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    offsets.push(Number(route.request().headers()['upload-offset']));
    const going = route.continue();
    if (offsets.length === 2) await wait(20).then(() => killWebServer());
    return going;
  });
  await page.goto('/imports/new');
  await chooseFile(page, largeFile());
  await expect(page).toHaveURL(/\/read$/, { timeout: 60_000 });
  expect(offsets.slice(0, 2)).toEqual([0, FIRST_PART]);
  // Asked anew, the server that was started in its place knows at least the first part.
  expect(Math.min(...offsets.slice(1))).toBeGreaterThanOrEqual(FIRST_PART);
  await acceptReading(page);
  await expect(page.getByText(t('map.sentence', { mapped: 2, ignored: 0 }))).toBeVisible({ timeout: 40_000 });
});

test('an import goes on by itself after the database was killed under it', async ({ page }) => {
  const word = uniqueWord();
  const importId = await bringFile(page, frenchCsv(`killed ${word}.csv`, [HEADER, ...contactRows(word)]));
  await planImport(page, importId);
  const action = t('plan.confirmBoth', { created: 5, updated: 1 });
  await expect(page.getByRole('button', { name: action, exact: true })).toBeVisible();
  const pidFile = join(process.env.FOYER_DATA ?? '.data', 'postgres/postmaster.pid');
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  await expect(async () => {
    await page.goto(`/imports/${importId}/plan`);
    await confirmPlan(page, action);
    await expect(page).toHaveURL(/\/(progress|result)$/, { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await expect(page).toHaveURL(/\/result$/, { timeout: 40_000 });
  expect(await readLedger(page)).toEqual(ledgerOf(OUTCOME));
});
