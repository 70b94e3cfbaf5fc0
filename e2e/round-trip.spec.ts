import { readFileSync } from 'node:fs';
import { expectAccessible } from './accessible';
import { frenchCsv, uniqueWord } from './contact-list';
import { acceptMapping, acceptReading, bringFile, confirmPlan, ledgerOf, planImport, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

test('contacts are exported, corrected and brought back; what nobody edited is left alone', async ({ page }) => {
  const word = uniqueWord();
  const rows = ['Ada', 'Bea', 'Cleo'].map((name) => [name, `Noir-${word}`, `${name.toLowerCase()}.${word}@example.org`, 'Lyon']);
  const first = await bringFile(page, frenchCsv(`list ${word}.csv`, [['Prénom', 'Nom', 'Courriel', 'Ville'], ...rows]));
  await planImport(page, first);
  await confirmPlan(page, t('plan.confirmCreate', { created: 3 }));
  await expect(page).toHaveURL(/\/result$/);

  await page.goto('/');
  await page.getByRole('link', { name: t('home.back.title') }).click();
  await expect(page).toHaveURL(/\/contacts$/);
  await page.goto(`/contacts?environment=PP&search=${word}`);
  await expect(page.getByRole('table', { name: t('contacts.list') }).getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: t('contacts.export.open') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('contacts.export.csv') }).click()]);
  expect(download.suggestedFilename()).toBe('foyer-contacts.csv');
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(4);

  const corrected = csv.replace(';Bea;', ';Béatrice;');
  const importId = await bringFile(page, { name: `back ${word}.csv`, mimeType: 'text/csv', buffer: Buffer.from(corrected) });
  await acceptReading(page);
  await expectAccessible(page);
  await acceptMapping(page);
  await page.goto(`/imports/${importId}/plan`);
  await expect(page.getByRole('table', { name: t('plan.changes') })).toContainText('Béatrice');
  await confirmPlan(page, t('plan.confirmUpdate', { updated: 1 }));
  await expect(page).toHaveURL(/\/result$/);
  expect(await readLedger(page)).toEqual(ledgerOf({ rows: 3, updated: 1, unchanged: 2 }));
});
