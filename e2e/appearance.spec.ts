import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import type { AppliedImport } from './applied-import';
import { expect, test } from './journey';
import { t } from './texts';

/** An address, and what is drawn last on its page. */
type ShownPage = [address: string, drawn: (page: Page) => Locator];

/** The pages that are read, also on a telephone. */
const readPages = ({ importId }: AppliedImport): ShownPage[] => [
  ['/', (page) => page.getByRole('heading', { name: t('home.recent') })],
  ['/imports', (page) => page.getByRole('table')],
  [`/imports/${importId}/plan`, (page) => page.getByRole('table', { name: t('plan.changes') })],
  [`/imports/${importId}/result`, (page) => page.getByRole('table', { name: t('quality.storedTitle') })],
  ['/removals', (page) => page.getByRole('table', { name: t('removals.operationsTitle') })],
  ['/contacts?environment=PP', (page) => page.getByRole('table', { name: t('contacts.list') })],
];

/** The pages that are worked with. */
const workPages = ({ importId, contactId }: AppliedImport): ShownPage[] => [
  ['/imports/new', (page) => page.getByRole('radiogroup')],
  [`/imports/${importId}/problems`, (page) => page.getByRole('table', { name: t('problems.rows') })],
  [`/contacts/${contactId}`, (page) => page.getByRole('heading', { name: t('contacts.provenance') })],
  ['/formats', (page) => page.getByRole('heading', { name: t('formats.rulesTitle') })],
  ['/formats/problems', (page) => page.getByRole('heading', { name: t('formats.guide.levels.info.name') })],
];

test('the account menu is accessible when open', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: t('shell.account', { name: 'Camille Roux' }) }).click();
  await expect(page.getByRole('menuitem', { name: t('shell.signOut') })).toBeVisible();
  await expectAccessible(page);
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the pages are accessible', async ({ page, applied }) => {
    for (const [address, drawn] of [...readPages(applied), ...workPages(applied)]) {
      await page.goto(address);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
      await expect(drawn(page)).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test.describe('on a screen of 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the pages that are read are accessible and never scroll sideways', async ({ page, applied }) => {
    for (const [address, drawn] of readPages(applied)) {
      await page.goto(address);
      await expect(drawn(page)).toBeVisible();
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, address).toBeLessThanOrEqual(360);
    }
  });
});

test('a person chooses the colours, and the choice stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: t('shell.account', { name: 'Camille Roux' }) }).click();
  await page.getByRole('menuitem', { name: t('shell.schemes.dark') }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
