import { agileBook, whollyLockedDocument } from '@/lib/server/unlocking/locked-book.fixture';
import { expectAccessible } from './accessible';
import { bringFile } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

for (const [what, name, lockedBook] of [
  ['workbook', 'locked.xlsx', agileBook],
  ['document of LibreOffice', 'locked.ods', whollyLockedDocument],
] as const)
  test(`a locked ${what} asks for its password and is read with it`, async ({ page }) => {
    await bringFile(page, { name, mimeType: 'application/octet-stream', buffer: lockedBook('sésame') });
    const password = page.getByLabel(t('read.password'));
    await expect(page.getByLabel(t('read.delimiter'))).toBeHidden();
    await password.fill('sesame');
    await expectAccessible(page);
    await page.getByRole('button', { name: t('read.unlock') }).click();
    await expect(page.getByText(t('errors.wrong-password'))).toBeVisible();
    await password.fill('sésame');
    await page.getByRole('button', { name: t('read.unlock') }).click();
    await expect(page.getByRole('table').getByRole('row').nth(1).getByRole('cell')).toContainText(['2', 'Zoë', 'Köln']);
    await expect(password).toBeHidden();
    await expectAccessible(page);
  });
