import type { Page } from '@playwright/test';
import { LANGUAGE_COOKIE } from '@/lib/i18n';
import { expectAccessible } from './accessible';
import { contactRows, frenchCsv, HEADER, uniqueWord } from './contact-list';
import { openContact } from './contact-search';
import { bringFile, confirmPlan, importIdOf, planImport } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

test.use({ person: 'manager@lac.example' });

/** The demo contact that the list moves to another street, and where it lives. */
const MOVED = { email: 'bruno.berard.1@example.org', name: 'Bruno Bérard', street: '2 quai des Tilleuls' };

const search = (page: Page, text: string) => page.goto(`/contacts?environment=PP&search=${encodeURIComponent(text)}`);
const found = (page: Page) => page.getByRole('table', { name: t('contacts.list') }).getByRole('link');

async function importList(page: Page, name: string, rows: string[][], action: string): Promise<number> {
  const importId = await bringFile(page, frenchCsv(name, [HEADER, ...rows]));
  await planImport(page, importId);
  await confirmPlan(page, action);
  await page.waitForURL(/\/result$/);
  return importId;
}

test('an import is taken back with a preview, what was changed since is kept, and all of it is done again', async ({ page, context, baseURL }) => {
  // The manager of the demo reads French.
  await context.addCookies([{ name: LANGUAGE_COOKIE, value: 'en', url: baseURL }]);
  const word = uniqueWord();
  const name = `season ${word}.csv`;
  const importId = await importList(page, name, contactRows(word, MOVED.email), t('plan.confirmBoth', { created: 5, updated: 1 }));
  const corrected = ['', '', '', '', `ines.${word}@example.org`, '', '', '6 rue Basse', '', '', '', ''];
  await importList(page, `corrected ${word}.csv`, [corrected], t('plan.confirmUpdate', { updated: 1 }));

  await page.goto(`/imports/${importId}/result`);
  await expect(page.getByRole('heading', { name: t('undo.title') })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('undo.preview') }).click();
  await page.waitForURL(/\/plan$/);
  const undoId = importIdOf(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('undo.names.undo', { file: name }));
  await expect(page.getByText(t('undo.sentence', { rows: 5, removed: 3, updated: 1, kept: 1 }))).toBeVisible();
  await expectAccessible(page);
  const cause = t('problems.titles.contact-changed-since');
  await page.getByRole('link', { name: `${t('undo.keptRows')}: ${cause}` }).click();
  await expect(page.getByRole('table', { name: t('problems.rows') }).getByText(`Muñoz-${word}`)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/imports/${undoId}/plan`);
  await confirmPlan(page, t('undo.confirmUndo', { removed: 4, updated: 1 }));
  await page.waitForURL(/\/result$/);
  await expect(page.getByText(t('result.balanced'))).toBeVisible();
  await expectAccessible(page);
  await search(page, `Lefèvre-${word}`);
  await expect(page.getByText(t('ui.nothingFound'))).toBeVisible();
  await search(page, MOVED.email);
  await found(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(MOVED.name);
  await expect(page.getByText(MOVED.street)).toBeVisible();

  await page.goto('/imports');
  const line = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(line.getByRole('link', { name: t('undo.undoneBy', { id: undoId }) })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/imports/${undoId}/result`);
  await page.getByRole('button', { name: t('undo.previewRedo') }).click();
  await page.waitForURL(/\/plan$/);
  await confirmPlan(page, t('undo.confirmRedo', { created: 4, updated: 1 }));
  await page.waitForURL(/\/result$/);
  await page.goto('/contacts?environment=PP');
  await openContact(page, `Lefèvre-${word}`);
  await page.getByRole('button', { name: t('contacts.showOrigins') }).click();
  await expect(page.getByRole('link', { name: new RegExp(`^${name}, row 2,`) }).first()).toHaveAttribute('href', `/imports/${importId}`);
  await expectAccessible(page);
});
