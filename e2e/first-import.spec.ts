import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { contactRows, frenchCsv, HEADER, MOVED, OUTCOME, uniqueWord } from './contact-list';
import { openContact } from './contact-search';
import { acceptMapping, acceptReading, bringFile, ledgerOf, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

const word = uniqueWord();
// The word in a header makes the mapping new, too: it is to be remembered from this import and from no other.
const header = HEADER.map((name) => (name === 'Fidélité' ? `Fidélité ${word}` : name));
const file = frenchCsv(`abonnés ${word}.csv`, [header, ...contactRows(word, MOVED.email)]);
const action = t('plan.confirmBoth', { created: 5, updated: 1 });

let importId: number;
const open = (page: Page, step: string) => page.goto(`/imports/${importId}/${step}`);
const fieldOf = (page: Page, column: string) => page.getByRole('combobox', { name: t('map.fieldOf', { column }), exact: true });

test.describe.configure({ mode: 'serial' });

test('reading shows what was found, and another separator redraws the first rows', async ({ page }) => {
  importId = await bringFile(page, file);
  const separator = page.getByLabel(t('read.delimiter'));
  await expect(separator).toHaveValue(';');
  await expect(page.getByLabel(t('read.encoding'))).toHaveValue('windows-1252');
  await expect(page.getByText(t('read.proofAccents', { value: 'Zoé', column: 'Prénom' }))).toBeVisible();
  await expect(page.getByText(t('read.proofZeros', { value: '01000', column: 'CP' }))).toBeVisible();
  await expectAccessible(page);
  const headers = page.getByRole('table').getByRole('columnheader');
  await expect(headers).toHaveText([t('read.row'), ...header]);
  await separator.selectOption(',');
  await expect(headers).toHaveText([t('read.row'), header.join(';')]);
  await separator.selectOption(';');
  await expect(headers).toHaveText([t('read.row'), ...header]);
  await acceptReading(page);
});

test('one column is mapped otherwise and one is left out', async ({ page }) => {
  await open(page, 'map');
  await expect(page.getByText(t('map.sentence', { mapped: 11, ignored: 1 }))).toBeVisible();
  await expect(page.getByText(t('map.identity.email'))).toBeVisible();
  await expectAccessible(page);
  await fieldOf(page, `Fidélité ${word}`).fill('Remark');
  await page.getByRole('option', { name: /REMARK/ }).click();
  await page.getByRole('row').filter({ hasText: 'Civilité' }).getByLabel(t('map.noField'), { exact: true }).click();
  await expect(fieldOf(page, 'Civilité')).toHaveValue('');
  await expect(page.getByText(t('map.sentence', { mapped: 11, ignored: 1 }))).toBeVisible();
  await acceptMapping(page);
});

test('each problem is a cause, and choosing one shows its rows', async ({ page }) => {
  await open(page, 'problems');
  await expect(page.getByText(t('problems.sentence', { causes: 5, cells: 5, refused: 1 }))).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(t('problems.inColumn', { field: 'Date of birth', column: 'Date de naissance' }), { exact: true })).toBeVisible();
  const rows = page.getByRole('table', { name: t('problems.rows') });
  const expected: [cause: string, row: string, said: string][] = [
    [t('problems.titles.bad-date'), '4', t('issues.bad-date', { value: '31.02.1979' })],
    [t('problems.titles.bad-email'), '5', t('issues.bad-email', { value: 'ines.at.example.org' })],
    [t('problems.titles.country-code-mistaken'), '7', t('issues.country-code-mistaken', { value: 'UK', suggestion: 'GB' })],
  ];
  for (const [cause, row, said] of expected) {
    await page.getByRole('button', { name: cause }).click();
    await expect(rows.getByRole('row')).toHaveCount(2);
    await expect(rows.getByRole('cell', { name: row, exact: true })).toBeVisible();
    await expect(rows.getByText(said)).toBeVisible();
  }
  await expect(rows.getByText(t('ui.buckets.refused'))).toBeVisible();
});

test('the plan adds up, and an update shows old and new', async ({ page }) => {
  await open(page, 'plan');
  const { rows, created, updated, unchanged, merged, refused } = OUTCOME;
  await expect(page.getByText(t('plan.sum', { parts: [created, updated, unchanged, merged, refused].join(' + '), rows }))).toBeVisible();
  await expect(page.getByText(t('plan.sentence', { rows, created, updated, rest: unchanged + merged + refused }))).toBeVisible();
  await expect(page.getByText(t('plan.kindsCreated', { individual: 3, structure: 1, relay: 1 }))).toBeVisible();
  const changes = page.getByRole('table', { name: t('plan.changes') });
  await expect(changes.getByRole('row')).toHaveCount(2);
  await expect(changes.getByRole('link', { name: MOVED.name })).toBeVisible();
  await expect(changes.getByText(t('plan.oldNew', { field: 'Address line 1', before: MOVED.street, after: `14 quai ${word}` }))).toBeAttached();
  await expectAccessible(page);
});

test('what was confirmed is written while the page shows how far it is, and the ledger balances', async ({ page }) => {
  await open(page, 'plan');
  await page.getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByRole('dialog', { name: t('plan.dialogTitle', { environment: t('ui.environments.PP') }) })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('plan.dialogYes', { action }) })
    .click();
  await expect(page).toHaveURL(/\/(progress|result)$/);
  await expect(page).toHaveURL(/\/result$/);
  expect(await readLedger(page)).toEqual(ledgerOf(OUTCOME));
  await expect(page.getByText(t('result.balanced'))).toBeVisible();
  await expectAccessible(page);
});

test('the contacts are found with the values of the file', async ({ page }) => {
  await page.goto('/contacts?environment=PP');
  await openContact(page, `Lefèvre-${word}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zoé Lefèvre-${word}`);
  const card = page.getByRole('main');
  for (const value of ['7 March 1984', `zoe.${word}@example.org`, '3 place du Marché', '01000', 'platine']) {
    await expect(card.getByText(value, { exact: true })).toBeVisible();
  }
  await expect(card.getByText('MRS')).toHaveCount(0);
  await expect(card.getByRole('link', { name: t('contacts.seeImport', { id: importId }) }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a structure and its relay are two contacts that lead to each other', async ({ page }) => {
  await page.goto('/contacts?environment=PP');
  await openContact(page, `Bœuf-${word}`);
  await page.getByRole('link', { name: `Atelier ${word}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Atelier ${word}`);
  await expect(page.getByRole('link', { name: `Noël Bœuf-${word}` })).toBeVisible();
});

test('a refused row and a cell that could not be used wrote nothing', async ({ page }) => {
  await page.goto(`/contacts?environment=PP&search=Smith-${word}`);
  await expect(page.getByText(t('ui.nothingFound'))).toBeVisible();
  await page.goto('/contacts?environment=PP');
  await openContact(page, `Garçon-${word}`);
  await expect(page.getByText('8 rue Haute')).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Date of birth' })).toHaveCount(0);
  await expect(page.getByText(/^Empty: .*Date of birth/)).toBeVisible();
});

test('the history lists the import with what came of it', async ({ page }) => {
  await page.goto(`/imports?search=${word}`);
  const row = page.getByRole('row').filter({ hasText: file.name });
  await expect(row.getByText(t('ui.states.applied'))).toBeVisible();
  await expect(row.getByText(t('imports.sum', { rows: 8, created: 4, updated: 1 }))).toBeVisible();
  await expect(row.getByRole('link', { name: t('imports.sumProblems', { count: 1 }) })).toBeVisible();
  await expectAccessible(page);
});

test('the same file again is recognised, keeps its mapping and plans no change', async ({ page }) => {
  importId = await bringFile(page, { ...file, name: `again ${word}.csv` });
  await expect(page.getByText(/You imported this very file on/)).toBeVisible();
  await expectAccessible(page);
  await acceptReading(page);
  await expect(fieldOf(page, `Fidélité ${word}`)).toHaveValue(/REMARK/);
  await expect(fieldOf(page, 'Civilité')).toHaveValue('');
  await expect(page.getByText(t('map.reasons.remembered')).first()).toBeVisible();
  await acceptMapping(page);
  await open(page, 'plan');
  await expect(page.getByText(t('plan.sentence', { rows: 8, created: 0, updated: 0, rest: 8 }))).toBeVisible();
  await expect(page.getByRole('button', { name: t('plan.confirmNone') })).toBeDisabled();
  await expectAccessible(page);
});
