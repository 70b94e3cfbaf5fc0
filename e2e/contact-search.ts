import { expect, type Page } from '@playwright/test';
import { t } from './texts';

/** Searches the list of contacts that is open for a text that one contact has, and opens its card. */
export async function openContact(page: Page, text: string): Promise<void> {
  await page.getByLabel(t('contacts.search')).fill(text);
  const found = page.getByRole('table', { name: t('contacts.list') }).getByRole('row');
  await expect(found).toHaveCount(2);
  await found.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/\/contacts\/\d+$/);
}
