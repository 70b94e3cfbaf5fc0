import { expect, type Page } from '@playwright/test';
import { t } from './texts';

/** Has staff work in the first institution, whether they have chosen it before or not. */
export async function enterLac(page: Page): Promise<void> {
  const home = page.getByRole('heading', { name: t('home.title') });
  const enter = page.getByRole('button', { name: t('shell.enter', { name: 'Théâtre du Lac' }) });
  // On a busy machine the page may be seen before it is alive.
  await expect(async () => {
    await page.goto('/');
    await expect(home.or(enter)).toBeVisible({ timeout: 5_000 });
    if (await enter.isVisible()) await enter.click({ timeout: 2_000 });
    await expect(home).toBeVisible({ timeout: 5_000 });
  }).toPass();
}
