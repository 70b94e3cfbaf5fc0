import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { type BroughtFile, uniqueWord } from './contact-list';
import { acceptMapping, acceptReading, bringFile, chooseFile, confirmPlan, importIdOf } from './import-steps';
import { expect, test } from './journey';
import { enterOn } from './keyboard';
import { t, textsIn } from './texts';
import { expectNoEnglish } from './untranslated';

const word = uniqueWord();
const NAME = `Letter ${word}`;
/** Half of the columns are of this run alone: no other file of any run is like it. */
const HEADER = ['Mail', 'Nom', 'Ville', 'Newsletter opt-in', `Ref ${word}`, `Seat ${word}`, `Row ${word}`];

const row = (at: number): string[] => [`${word}.${at}@example.org`, `Bell ${word}`, 'Bern', at % 2 === 0 ? 'TRUE' : 'FALSE', String(at), '', ''];
const fileOf = (name: string, rows: readonly string[][], header = HEADER): BroughtFile => ({
  name: `${name} ${word}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].map((cells) => `${cells.join(';')}\n`).join('')),
});
const weekly = (from: number, rows = 60) => Array.from({ length: rows }, (_, at) => row(from + at));
/** What somebody exported by mistake: everybody who wants the letter, without their names, and with a column more. */
const drifted = weekly(0, 240).map(([mail = '', , town = '', , ref = '']) => [mail, '', town, 'TRUE', ref, '', '', '']);

/** Brings a file that is recognised: its page leads on by itself. */
async function bringKnown(page: Page, file: BroughtFile): Promise<number> {
  await page.goto('/imports/new');
  await page.getByRole('radio', { name: t('upload.environmentPP') }).check();
  await chooseFile(page, file);
  await expect(page).toHaveURL(/\/imports\/\d+\/(plan|drift)$/);
  return importIdOf(page);
}

const note = (page: Page) => page.getByRole('note').filter({ hasText: t('recipes.recognised.title', { name: NAME }) });

test.describe.configure({ mode: 'serial' });

test('how a file is mapped is kept under a name, before anything is planned', async ({ page }) => {
  await bringFile(page, fileOf('first', weekly(0)));
  await acceptReading(page);
  await enterOn(page, page.getByRole('button', { name: t('recipes.save.open') }));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(t('recipes.save.name'))).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(NAME);
  await page.keyboard.press('Enter');
  await expect(page.getByText(t('recipes.save.saved', { name: NAME, version: 1 }))).toBeVisible();
  await expectAccessible(page);
  await acceptMapping(page);
  await confirmPlan(page, t('plan.confirmCreate', { created: 60 }));
  await page.waitForURL(/\/result$/);
});

test('the next file like it goes straight to its plan, which says by which recipe', async ({ page }) => {
  const importId = await bringKnown(page, fileOf('second', weekly(30)));
  await expect(page).toHaveURL(/\/plan$/);
  await expect(note(page)).toContainText(t('recipes.recognised.compared', { date: '' }).slice(0, 30));
  await expectAccessible(page);
  await note(page)
    .getByRole('link', { name: t('recipes.recognised.change') })
    .click();
  await expect(page).toHaveURL(`/imports/${importId}/map`);
  await expect(page.getByText(t('recipes.recognised.onMap', { name: NAME, version: 1 }))).toBeVisible();
  await page.goto(`/imports/${importId}/plan`);
  await confirmPlan(page, t('plan.confirmCreate', { created: 30 }));
  await page.waitForURL(/\/result$/);
});

test('a file that differs is held, says in what, and goes on once somebody accepts that', async ({ page }) => {
  const importId = await bringKnown(page, fileOf('third', drifted, [...HEADER, 'Tel']));
  await expect(page).toHaveURL(/\/drift$/);
  const findings = page.getByRole('list', { name: t('recipes.drift.findings') }).getByRole('listitem');
  await expect(findings).toHaveCount(4);
  await expect(findings.filter({ hasText: t('recipes.findings.column-new', { column: 'Tel' }) })).toBeVisible();
  await expect(findings.filter({ hasText: t('recipes.findings.rows-jump', { now: 240, before: 60 }) })).toBeVisible();
  await expect(findings.filter({ hasText: '100% of the rows' })).toBeVisible();
  await expect(findings.filter({ hasText: '“TRUE” is in 100%' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/imports/${importId}/map`);
  await expect(page).toHaveURL(/\/drift$/);
  await page.goto(`/imports/${importId}/read`);
  await expect(page.getByText(t('recipes.held.note', { name: NAME }))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: t('recipes.held.link') }).click();
  await enterOn(page, page.getByRole('button', { name: t('recipes.drift.accept') }));
  await expect(page).toHaveURL(/\/(plan|problems)$/);
  await expect(note(page)).toBeVisible();
  await page.goto(`/imports/${importId}/drift`);
  await expect(page.getByText(/^Accepted by Camille Roux on /)).toBeVisible();
  await expectAccessible(page);
});

test('the recipe is there for everybody, with its history, and comes back from a file', async ({ page }) => {
  await page.goto('/settings/recipes');
  await expectAccessible(page);
  await page.getByRole('link', { name: NAME }).click();
  const history = page.getByRole('table', { name: t('recipes.page.history') });
  await expect(history.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
  await history.getByRole('button', { name: t('recipes.page.restoreOf', { version: 1 }) }).click();
  await expect(history.getByText(t('recipes.origins.restored', { from: 1 }))).toBeVisible();
  await page.getByRole('textbox', { name: t('recipes.page.name') }).fill(`${NAME} weekly`);
  await page.getByRole('button', { name: t('recipes.page.rename') }).click();
  await expect(page.getByRole('heading', { name: `${NAME} weekly` })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('recipes.page.export') }).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ foyerRecipe: 1, name: `${NAME} weekly`, header: HEADER, mapping: { 0: 'EMAIL1', 4: null } });
  await page.goto('/settings/recipes');
  const choose = page.locator('input[type=file]');
  const brought = (content: string) => choose.setInputFiles({ name: 'recipe.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await brought(text);
  await page.getByRole('button', { name: t('recipes.bring.bring') }).click();
  await expect(page.getByText(t('recipes.bring.known', { name: `${NAME} weekly` }))).toBeVisible();
  await brought(text.replace('EMAIL1', 'SHOE_SIZE'));
  await page.getByRole('button', { name: t('recipes.bring.bring') }).click();
  await expect(page.getByText(t('errors.recipe-file-wrong', { at: 'mapping.0' }))).toBeVisible();
  await expectAccessible(page);
});

test.describe('in French, in the dark, on a screen of 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'fr-FR', person: 'manager@lac.example' });
  const fr = textsIn('fr');

  test('the pages of recipes fit, and a manager deletes one', async ({ page }) => {
    const fits = async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(360);
      await expectNoEnglish(page);
      await expectAccessible(page);
    };
    await page.goto('/settings/recipes');
    await fits();
    await page.getByRole('link', { name: NAME }).click();
    await expect(page.getByRole('table', { name: fr('recipes.page.history') })).toBeVisible();
    await fits();
    await page.getByRole('button', { name: fr('recipes.page.delete') }).click();
    await expect(page.getByText(fr('recipes.page.deleteAbout'))).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: fr('settings.remove'), exact: true }).click();
    await expect(page).toHaveURL('/settings/recipes');
    await expect(page.getByRole('link', { name: NAME })).toHaveCount(0);
  });
});
