import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './accessible';
import { badFiles } from './bad-files';
import { uniqueWord } from './contact-list';
import { bringFile, chooseFile } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

const LIMIT_BYTES = 1_000_000_000;

for (const { what, file, sentence, reason = sentence } of badFiles(uniqueWord())) {
  test(`a file ${what} is refused with its reason, and stays in the history`, async ({ page }) => {
    await bringFile(page, file);
    await expect(page.getByText(sentence)).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/imports?search=${encodeURIComponent(file.name)}`);
    const row = page.getByRole('row').filter({ hasText: file.name });
    await expect(row.getByText(t('ui.states.failed'))).toBeVisible();
    await row.getByRole('link', { name: file.name }).click();
    await page
      .getByRole('navigation', { name: t('read.stepsLabel') })
      .getByRole('link', { name: t('read.steps.progress') })
      .click();
    await expect(page.getByRole('alert').filter({ hasText: t('progress.failedTitle') })).toContainText(reason);
    await expectAccessible(page);
  });
}

test.describe('before anything is sent', () => {
  let folder: string;
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-bad-files-'));
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  /** A file of so many bytes that takes no room on the disk. */
  const sparse = (name: string, bytes: number) => {
    const path = join(folder, name);
    writeFileSync(path, '');
    truncateSync(path, bytes);
    return path;
  };

  test('an empty file is refused', async ({ page }) => {
    await page.goto('/imports/new');
    await chooseFile(page, sparse('nothing.csv', 0));
    await expect(page.getByRole('alert').getByText(t('errors.file-empty'))).toBeVisible();
    await expect(page).toHaveURL(/\/imports\/new$/);
    await expectAccessible(page);
  });

  test('a file above the limit is refused, with the limit', async ({ page }) => {
    await page.goto('/imports/new');
    await chooseFile(page, sparse('huge.csv', LIMIT_BYTES + 1));
    await expect(page.getByRole('alert').getByText(t('errors.file-too-large', { limitMb: LIMIT_BYTES / 1_000_000 }))).toBeVisible();
    await expect(page).toHaveURL(/\/imports\/new$/);
  });
});
