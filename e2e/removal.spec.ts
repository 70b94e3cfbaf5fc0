import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { LANGUAGE_COOKIE } from '@/lib/i18n';
import { expectAccessible } from './accessible';
import { frenchCsv, uniqueWord } from './contact-list';
import { enterLac } from './enter-institution';
import { acceptMapping, acceptReading, bringFile, chooseFile, confirmPlan, importIdOf, planImport } from './import-steps';
import { expect, type Person, test } from './journey';
import { t } from './texts';

// The first decides what the second stands on.
test.describe.configure({ mode: 'serial' });
test.use({ person: null });

const OPERATION = (name: 'INVALIDATE' | 'DELETE') => t(`removals.operations.${name}.name`);

interface People {
  browser: Browser;
  baseURL: string | undefined;
  signedIn: (person: Person) => Promise<{ cookies: []; origins: [] } | object>;
}

/** A page of its own for a person, in English. */
async function pageOf({ browser, baseURL, signedIn }: People, person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL, storageState: (await signedIn(person)) as never });
  await context.addCookies([{ name: LANGUAGE_COOKIE, value: 'en', url: baseURL ?? '' }]);
  return context.newPage();
}

/** The numbers of contacts in pre-production that are called so, as the exported list has them. */
async function exportedNumbers(page: Page, name: string): Promise<string[]> {
  const answer = await page.request.get(`/contacts/export?environment=PP&search=${name}&layout=roundtrip&content=everything&format=csv`);
  const lines = (await answer.text()).split('\r\n').map((line) => line.split(';'));
  const header = lines.findIndex((cells) => cells.includes('CONTACT_NR'));
  const column = lines[header]?.indexOf('CONTACT_NR') ?? 0;
  return lines.slice(header + 1).flatMap((cells) => (cells[column] ? [cells[column].replaceAll('"', '')] : []));
}

/** Tells Foyer, as the ticketing system does, that contacts never bought anything and owe nothing. */
function tellStanding(numbers: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-standing-'));
  const path = join(folder, 'standing.csv');
  writeFileSync(path, ['CONTACT_NR;SALES;LAST_PURCHASE;BALANCE;OPEN_ORDERS', ...numbers.map((number) => `${number};0;;0;0`)].join('\n'));
  execFileSync(process.execPath, ['bin/foyer.mjs', 'standing', path, '--institution', 'LAC', '--environment', 'pp']);
  rmSync(folder, { recursive: true });
}

/** Two people who never bought anything, called by a word of their own; gives their numbers. */
async function twoPeople(page: Page, word: string): Promise<string[]> {
  const importId = await bringFile(
    page,
    frenchCsv(`two ${word}.csv`, [['Prénom', 'Nom', 'Courriel'], ...['Ada', 'Bea'].map((name) => [name, word, `${name}.${word}@example.org`])]),
  );
  await planImport(page, importId);
  await confirmPlan(page, t('plan.confirmCreate', { created: 2 }));
  await expect(page).toHaveURL(/\/result$/);
  const numbers = await exportedNumbers(page, word);
  tellStanding(numbers);
  return numbers;
}

/** Whom the first journey invalidates, and the second brings back; behind, whose information it erases. */
let leaving: string[] = [];

async function bringRemoval(page: Page, lines: string[]): Promise<number> {
  await page.goto('/removals');
  await page.getByRole('radio', { name: t('upload.environmentPP') }).check();
  const file = `INSTITUTION;OPERATION;CONTACT_NR\r\n${lines.join('\r\n')}\r\n`;
  await chooseFile(page, { name: 'leaving.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expect(page).toHaveURL(/\/imports\/\d+\/read$/);
  const importId = importIdOf(page);
  await acceptReading(page);
  await acceptMapping(page);
  return importId;
}

async function askFor(page: Page, proof: string, total: number): Promise<void> {
  await page.getByRole('radio', { name: t('approval.bases.person_asked') }).check();
  await page.getByLabel(t('approval.request.reason')).fill('Three letters that came in March.');
  await page.getByLabel(t('approval.request.proof', { proof })).fill(proof);
  await page.getByRole('button', { name: t('approval.request.send', { total }) }).click();
  await expect(page.getByRole('heading', { name: t('approval.title') })).toBeVisible();
}

test('people are removed: simulated, asked for, questioned, approved by another person, carried out and certified', async ({
  browser,
  baseURL,
  signedIn,
}) => {
  test.slow();
  const people = { browser, baseURL, signedIn };
  const administrator = await pageOf(people, 'administrator@foyer.example');
  await administrator.goto('/approvals');
  await expect(administrator.getByRole('heading', { name: t('approval.queue.title') })).toBeVisible();
  await expectAccessible(administrator);
  await enterLac(administrator);
  await administrator.goto('/settings/removals');
  await administrator.getByLabel(t('policy.coolingOff')).fill('0');
  await administrator.getByLabel(t('policy.invalidateWithSales')).check();
  await expectAccessible(administrator);
  await administrator.getByRole('button', { name: t('policy.save') }).click();
  await expect(administrator.getByText(t('settings.saved'))).toBeVisible();

  const manager = await pageOf(people, 'manager@lac.example');
  await manager.goto('/');
  await manager.getByRole('link', { name: t('home.remove.title') }).click();
  await expect(manager.getByRole('heading', { name: t('removals.stepsTitle') })).toBeVisible();
  await expectAccessible(manager);
  const word = uniqueWord();
  leaving = await twoPeople(manager, word);
  const [first = '', second = ''] = leaving;
  const importId = await bringRemoval(manager, [`LAC;INVALIDATE;${first}`, `LAC;DELETE;${second}`, 'LAC;INVALIDATE;99999999', 'LAC;UPDATE;1']);
  await manager.goto(`/imports/${importId}/plan`);
  await expect(manager.getByRole('heading', { name: t('removals.plan.title') })).toBeVisible();
  await expect(manager.getByText(t('removals.plan.forEverText', { count: 1 }))).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole('link', { name: t('removals.plan.next') }).click();
  await expect(manager.getByRole('heading', { name: t('approval.request.title') })).toBeVisible();
  await expectAccessible(manager);
  await manager.getByLabel(t('approval.request.proof', { proof: '2 LAC' })).fill('3 LAC');
  await manager.getByRole('radio', { name: t('approval.bases.person_asked') }).check();
  await manager.getByLabel(t('approval.request.reason')).fill('Two letters that came in March.');
  await manager.getByRole('button', { name: t('approval.request.send', { total: 2 }) }).click();
  await expect(manager.getByText(t('errors.proof-wrong', { expected: '2 LAC' }))).toBeVisible();
  await askFor(manager, '2 LAC', 2);
  await expect(manager.getByText(t('approval.states.requested')).first()).toBeVisible();
  await expect(manager.getByRole('heading', { name: t('approval.decide.title') })).toHaveCount(0);
  await expectAccessible(manager);

  const approver = await pageOf(people, 'approver@foyer.example');
  await approver.goto('/approvals');
  await approver.getByRole('button', { name: t('approval.queue.openIn', { id: importId, name: 'Théâtre du Lac' }) }).click();
  await approver.waitForURL(`**/imports/${importId}/approval`);
  await expect(approver.getByText(t('approval.sinceNothing'))).toBeVisible();
  await expect(approver.getByText('INVALIDATE', { exact: true })).toBeVisible();
  for (const operation of ['INVALIDATE', 'DELETE'] as const) await expect(approver.getByText(OPERATION(operation))).toBeVisible();
  await expectAccessible(approver);
  await approver.getByRole('button', { name: t('approval.decide.ask') }).click();
  const question = approver.getByRole('dialog');
  await question.getByLabel(t('approval.decide.askText')).fill('Are both letters signed?');
  await expectAccessible(approver);
  await question.getByRole('button', { name: t('approval.decide.askSend') }).click();
  await expect(question).toBeHidden();
  await expect(approver.getByText('Are both letters signed?')).toBeVisible();

  await manager.reload();
  await manager.getByLabel(t('approval.answer.text')).fill('Both are.');
  await expectAccessible(manager);
  await manager.getByRole('button', { name: t('approval.answer.send') }).click();
  await expect(manager.getByLabel(t('approval.answer.text'))).toHaveCount(0);
  await expect(manager.getByText('Both are.')).toBeVisible();

  await approver.reload();
  await approver.getByRole('button', { name: t('approval.decide.approve', { total: 2 }) }).click();
  await approver
    .getByRole('dialog')
    .getByRole('button', { name: t('approval.decide.yes') })
    .click();
  await expect(approver.getByText(t('approval.ended.run'))).toBeVisible({ timeout: 30_000 });
  await expectAccessible(approver);

  await manager.goto(`/imports/${importId}`);
  await manager.waitForURL(/\/result$/, { timeout: 30_000 });
  await expect(manager.getByText(t('result.balanced'))).toBeVisible();
  await expect(async () => {
    await manager.reload();
    await expect(manager.getByRole('link', { name: t('removals.result.certificatePdf') })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(manager);
  const [pdf] = await Promise.all([
    manager.waitForEvent('download'),
    manager.getByRole('link', { name: t('removals.result.certificatePdf') }).click(),
  ]);
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const json = await (await manager.request.get(`/imports/${importId}/certificate?format=json`)).json();
  expect(json.content).toMatchObject({
    requestedBy: 'Bastien Morel',
    approvedBy: 'Ivo Keller',
    operations: [
      { operation: 'INVALIDATE', planned: 1, done: 1 },
      { operation: 'DELETE', planned: 1, done: 1 },
    ],
  });

  await manager.goto('/settings/audit');
  await manager.getByRole('button', { name: t('audit.check') }).click();
  await expect(manager.getByRole('status').getByText(/The trail is as it was written/)).toBeVisible();
  await manager.getByLabel(t('audit.subject'), { exact: true }).fill(`import:${importId}`);
  await manager.getByLabel(t('audit.action'), { exact: true }).selectOption('approval.approve');
  await expect(manager.getByRole('table').getByRole('row')).toHaveCount(2);
  await expectAccessible(manager);
  await comeBack(manager, `Bea.${word}@example.org`);
});

/** A file brings the address of somebody who was erased: it is held until somebody names a lawful ground. */
async function comeBack(manager: Page, email: string): Promise<void> {
  const importId = await bringFile(manager, frenchCsv('back.csv', [['Courriel'], [email]]));
  await planImport(manager, importId);
  await manager.goto(`/imports/${importId}/problems`);
  await expect(manager.getByText(t('removals.letBack.title', { rows: 1 }))).toBeVisible();
  await manager.getByRole('button', { name: t('removals.letBack.open') }).click();
  const question = manager.getByRole('dialog');
  await question.getByRole('radio', { name: t('removals.letBack.bases.consent') }).check();
  await question.getByLabel(t('removals.letBack.reason')).fill('Came to the box office in May.');
  await expectAccessible(manager);
  await question.getByRole('button', { name: t('removals.letBack.send') }).click();
  await manager.waitForURL(/\/plan$/, { timeout: 30_000 });
  await expect(manager.getByRole('button', { name: t('plan.confirmCreate', { created: 1 }) })).toBeVisible();
}

test('who asked for a removal finds no way to approve it, and can take it back', async ({ browser, baseURL, signedIn }) => {
  const operator = await pageOf({ browser, baseURL, signedIn }, 'operator@foyer.example');
  await enterLac(operator);
  const importId = await bringRemoval(operator, [`LAC;UPDATEACT;${leaving[0]}`]);
  await operator.goto(`/imports/${importId}/approval`);
  await askFor(operator, '1 LAC', 1);
  await expect(operator.getByRole('heading', { name: t('approval.decide.title') })).toHaveCount(0);
  await operator.getByRole('button', { name: t('approval.withdraw') }).click();
  await expect(operator.getByText(t('approval.ended.withdrawn'))).toBeVisible();
  await expect(operator.getByText(t('approval.request.again'))).toBeVisible();
  await expectAccessible(operator);
});

test('inactive contacts are looked for by rule, and the page says when there are none', async ({ browser, baseURL, signedIn }) => {
  const manager = await pageOf({ browser, baseURL, signedIn }, 'manager@lac.example');
  await manager.goto('/removals');
  await manager.getByRole('button', { name: t('removals.ruleSimulate', { environment: t('ui.environments.P') }) }).click();
  await expect(manager.getByText(t('errors.inactive-nobody', { prospectMonths: 36, customerMonths: 120 }))).toBeVisible();
  await expectAccessible(manager);
});

test.describe('for an importer', () => {
  test.use({ person: 'importer@lac.example' });

  test('the way to remove people is explained, and leads to whoever may ask', async ({ page }) => {
    await page.goto('/removals');
    await expect(page.getByText(t('removals.mayNot'))).toBeVisible();
    await expect(page.getByRole('button', { name: t('upload.drop') })).toHaveCount(0);
    await expectAccessible(page);
  });
});
