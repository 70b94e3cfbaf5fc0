import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '@/lib/server/demo/demo-institutions';
import { type Texts, t } from './texts';

/** Signs a person of the demo in by the form, on whatever page shows it, and waits for what comes after it. */
export async function signIn(page: Page, email: string, texts: Texts = t): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel(texts('signIn.email')).fill(email);
  await page.getByRole('textbox', { name: texts('signIn.password') }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: texts('signIn.submit') }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
