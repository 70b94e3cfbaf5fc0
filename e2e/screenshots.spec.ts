import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { frenchCsv } from './contact-list';
import { acceptMapping, acceptReading, bringFile, confirmPlan } from './import-steps';
import { expect, test } from './journey';
import { pictureHeader, pictureRows } from './picture-list';
import { t } from './texts';

const FOLDER = 'docs/screenshots';

test.skip(!process.env.FOYER_SCREENSHOTS, 'The pictures of the documents are taken only when FOYER_SCREENSHOTS asks for them.');
test.use({ viewport: { width: 1280, height: 800 }, timezoneId: 'Europe/Paris' });

async function take(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel(t('ui.loading'))).toHaveCount(0);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
}

test('the pictures of the documents', async ({ page }) => {
  test.setTimeout(120_000);
  mkdirSync(FOLDER, { recursive: true });
  const importId = await bringFile(page, frenchCsv('abonnés 2026.csv', [pictureHeader, ...pictureRows()]), 'P');
  await expect(page.getByText(t('ui.states.read'), { exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await take(page, 'read');
  await acceptReading(page);
  await take(page, 'map');
  await acceptMapping(page);
  await page.goto(`/imports/${importId}/problems`);
  await page.getByRole('button', { name: t('problems.titles.bad-date') }).click();
  await expect(page.getByRole('table', { name: t('problems.rows') }).getByRole('row')).not.toHaveCount(1);
  await take(page, 'problems');
  await page.goto(`/imports/${importId}/plan`);
  await expect(page.getByRole('table', { name: t('plan.changes') })).toBeVisible();
  await take(page, 'plan');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'plan-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  const action = page.getByRole('main').getByRole('button', { name: /^Create .* and update/ });
  await confirmPlan(page, await action.innerText());
  await page.waitForURL(/\/result$/);
  await take(page, 'result');
  await page.goto('/');
  await take(page, 'home');
  await page.goto('/contacts');
  await expect(page.getByRole('table', { name: t('contacts.list') })).toBeVisible();
  await take(page, 'contacts');
  await page.goto('/contacts?search=Lefèvre');
  await page
    .getByRole('table', { name: t('contacts.list') })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { name: t('contacts.provenance') })).toBeVisible();
  await take(page, 'card');
});
