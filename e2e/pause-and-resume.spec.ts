import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { acceptReading, bringFile, confirmPlan, ledgerOf, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

/** As many chunks of writing as leave time to press two buttons meanwhile. */
const ROWS = 200_000;

test('writing can be paused, resumed, stopped half-way and finished later, with sums that add up each time', async ({ page }) => {
  test.setTimeout(180_000);
  const word = uniqueWord();
  const people = Array.from({ length: ROWS }, (_, at) => `P${at};p${at}.${word}@example.org\n`).join('');
  const file = { name: `season ${word}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`Nom;Courriel\n${people}`) };
  await bringFile(page, file);
  await acceptReading(page);
  await page.getByRole('button', { name: t('map.accept') }).click();
  await expect(page).toHaveURL(/\/plan$/, { timeout: 60_000 });
  await confirmPlan(page, t('plan.confirmCreate', { created: ROWS }));

  await page.getByRole('button', { name: t('progress.pause') }).click();
  await expect(page.getByRole('heading', { name: t('progress.pausedTitle') })).toBeVisible();
  await expect(page.getByRole('button', { name: t('read.cancelImport', { kind: 'file' }) })).toHaveCount(0);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(t('progress.pausedText'))).toBeVisible();

  await page.getByRole('button', { name: t('progress.resume') }).click();
  await expect(page.getByRole('heading', { name: t('progress.stages.applying') })).toBeVisible();
  await page.getByRole('button', { name: t('progress.stop') }).click();
  await expect(page.getByRole('dialog').getByText(t('progress.stopText'))).toBeVisible();
  await page.getByRole('button', { name: t('progress.stopYes') }).click();

  await expect(page).toHaveURL(/\/result$/);
  await expect(page.getByText(t('result.unfinished'))).toBeVisible();
  await expect(page.getByText(t('result.balanced'))).toBeVisible();
  const half = await readLedger(page);
  const [created, left] = [half[t('ui.buckets.created')] ?? 0, half[t('ui.buckets.not_imported')] ?? 0];
  expect(half).toEqual(ledgerOf({ rows: ROWS, created, not_imported: left }));
  expect(Math.min(created, left)).toBeGreaterThan(0);
  expect(created + left).toBe(ROWS);
  await expectAccessible(page);

  await page.getByRole('button', { name: t('result.finish') }).click();
  await expect(page).toHaveURL(/\/progress$/);
  await expect(page).toHaveURL(/\/result$/, { timeout: 60_000 });
  await expect(page.getByText(t('result.unfinished'))).toHaveCount(0);
  expect(await readLedger(page)).toEqual(ledgerOf({ rows: ROWS, created: ROWS }));
});
