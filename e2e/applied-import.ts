import type { Page } from '@playwright/test';
import { contactRows, frenchCsv, HEADER, uniqueWord } from './contact-list';
import { bringFile, confirmPlan, planImport } from './import-steps';
import { t } from './texts';

/** An import that went through all its steps, with a contact it made. */
export interface AppliedImport {
  importId: number;
  contactId: string;
}

/** Imports a list of contacts into pre-production, as the person who is signed in on the page. */
export async function applyImport(page: Page): Promise<AppliedImport> {
  const word = uniqueWord();
  const importId = await bringFile(page, frenchCsv(`season ${word}.csv`, [HEADER, ...contactRows(word)]));
  await planImport(page, importId);
  await confirmPlan(page, t('plan.confirmBoth', { created: 5, updated: 1 }));
  await page.waitForURL(/\/result$/);
  await page.goto(`/contacts?environment=PP&search=Muñoz-${word}`);
  const href = await page
    .getByRole('table', { name: t('contacts.list') })
    .getByRole('link')
    .getAttribute('href');
  return { importId, contactId: href?.split('/').at(-1) ?? '' };
}
