import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { chooseFile } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

/** A file that a person chooses, without a place on the disk. */
const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

const rows = (word: string) =>
  `Prénom;E-mail;NPA\n${Array.from({ length: 20_000 }, (_, at) => `Zoë ${at};z${at}.${word}@example.org;01${at}\n`).join('')}`;

test('the first rows of a text are on the screen while it is still being sent', async ({ page }) => {
  const word = uniqueWord();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/uploads/**', async (route) => {
    if (route.request().method() === 'PATCH') await held;
    await route.continue();
  });
  await page.goto('/imports/new');
  const name = `${word}.csv`;
  await chooseFile(page, file(name, rows(word)));
  const shown = page.getByRole('table', { name: t('firstRows.preview', { name }) });
  await expect(shown.getByRole('cell', { name: 'Zoë 0', exact: true })).toBeVisible();
  await expect(shown.getByRole('columnheader', { name: 'Prénom' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: t('read.delimiters.semicolon') })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'UTF-8' })).toBeVisible();
  await expect(page.getByRole('button', { name: t('upload.pause') })).toBeVisible();
  expect(page.url()).toMatch(/\/upload$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  release();
  await expect(page).toHaveURL(/\/read$/);
});

test('a workbook shows its rows once it has arrived, and says so before', async ({ page }) => {
  const word = uniqueWord();
  await page.route('**/api/uploads/**', (route) => (route.request().method() === 'PATCH' ? undefined : route.continue()));
  await page.goto('/imports/new');
  await chooseFile(page, file(`${word}.xlsx`, Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(word)])));
  await expect(page.getByText(t('firstRows.later'))).toBeVisible();
  await expectAccessible(page);
});
