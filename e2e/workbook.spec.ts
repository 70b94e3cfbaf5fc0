import { expectAccessible } from './accessible';
import { mergedBook, templateBook } from './contact-book';
import { uniqueWord } from './contact-list';
import { openContact } from './contact-search';
import { acceptMapping, acceptReading, bringFile, confirmPlan, ledgerOf, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

test('a book with explanations above its fourth row and on another sheet is imported from the right place', async ({ page }) => {
  const word = uniqueWord();
  const stem = String(Date.now()).slice(-9);
  const importId = await bringFile(page, templateBook(`contacts ${word}.xlsx`, word, [`00${stem}1`, `00${stem}2`]));
  await expect(page.getByLabel(t('read.sheet'), { exact: true }).getByRole('option', { selected: true })).toHaveText('Contacts');
  await expect(page.getByLabel(t('read.headerRow'))).toHaveValue('4');
  const cells = page.getByRole('table').getByRole('row').nth(1).getByRole('cell');
  await expect(cells).toContainText(['5', 'INSERT', `00${stem}1`, 'Łucja', `Nowak-${word}`]);
  await expectAccessible(page);
  await acceptReading(page);
  await expect(page.getByText(t('map.sentence', { mapped: 13, ignored: 0 }))).toBeVisible();
  await expectAccessible(page);
  await acceptMapping(page);
  await page.goto(`/imports/${importId}/plan`);
  await confirmPlan(page, t('plan.confirmCreate', { created: 3 }));
  await expect(page).toHaveURL(/\/result$/);
  expect(await readLedger(page)).toEqual(ledgerOf({ rows: 3, created: 3 }));
  await expect(page.getByText(t('result.balanced'))).toBeVisible();
  await page.getByRole('link', { name: t('result.contacts') }).click();
  await openContact(page, `Nowak-${word}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Łucja Nowak-${word}`);
  for (const value of [t('contacts.heading', { number: `00${stem}1` }), '29 February 1988', '06000']) {
    await expect(page.getByRole('main').getByText(value, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: '41 / 0216132111', exact: true })).toHaveAttribute('href', 'tel:+41216132111');
  for (const said of [t('contacts.typed', { text: '0041 21 613 21 11' }), t('contacts.signsIn'), 'Form at the desk']) {
    await expect(page.getByRole('main').getByText(said, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
});

test('merged cells are told where the file is read, and their value is repeated where a person says so', async ({ page }) => {
  const word = uniqueWord();
  await bringFile(page, mergedBook(`merged ${word}.xlsx`, word));
  await expect(page.getByText(t('issues.merged-down', { count: 1, value: 'D2:D4' }))).toBeVisible();
  await expectAccessible(page);
  await acceptReading(page);
  const town = page.getByRole('row').filter({ has: page.getByText('Town', { exact: true }) });
  await town.getByRole('button', { name: t('edits.offer.merged') }).click();
  await expect(town.getByText(t('edits.said.fill-down'))).toBeVisible();
  await expect(town.getByText(t('edits.counted', { complete: 'true', changed: 2, rows: 3 }), { exact: false })).toBeVisible();
  await expectAccessible(page);
});
