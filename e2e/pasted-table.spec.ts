import { expectAccessible } from './accessible';
import { expect, test } from './journey';
import { t } from './texts';

test('a table that is copied in a spreadsheet is pasted, and letters encoded twice are repaired', async ({ page }) => {
  await page.goto('/imports/new');
  await expect(page.getByText(t('upload.paste'))).toBeVisible();
  // On a busy machine the page may be seen before it is alive.
  await expect(async () => {
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'EMAIL1\tLASTNAME\nann@example.org\tMÃ¼ller\nbob@example.org\tBob\n');
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page).toHaveURL(/\/imports\/\d+\/read$/, { timeout: 6_000 });
  }).toPass();
  const cells = page.getByRole('table').getByRole('row').nth(1).getByRole('cell');
  await expect(cells).toContainText(['2', 'ann@example.org', 'MÃ¼ller']);
  await expect(page.getByText(t('issues.encoded-twice', { value: 'MÃ¼ller', expected: 'Müller' }))).toBeVisible();
  await expect(page.getByRole('group', { name: t('read.proofTitle') })).toBeHidden();
  await expectAccessible(page);
  await page.getByLabel(t('read.repair')).check();
  await expect(cells).toContainText(['2', 'ann@example.org', 'Müller']);
  await expect(page.getByLabel(t('read.repair'))).toBeChecked();
});
