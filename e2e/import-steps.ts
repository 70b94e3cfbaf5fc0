import { expect, type Page } from '@playwright/test';
import type { BroughtFile } from './contact-list';
import { t } from './texts';

/** Whole numbers of the screens as English writes them. */
const plain = (text: string) => Number(text.replaceAll(',', ''));

/** Brings a file into an environment, from the page for new imports to the step where it is read; gives the id of the import. */
export async function bringFile(page: Page, file: BroughtFile | string, environment: 'PP' | 'P' = 'PP'): Promise<number> {
  await page.goto('/imports/new');
  await page.getByRole('radio', { name: t(`upload.environment${environment}`) }).check();
  await chooseFile(page, file);
  await expect(page).toHaveURL(/\/imports\/\d+\/read$/);
  return importIdOf(page);
}

/** Hands a file, or the one at a path, to the place where files are dropped. */
export async function chooseFile(page: Page, file: BroughtFile | string): Promise<void> {
  await page.getByRole('button', { name: t('upload.drop') }).setInputFiles(file);
}

/** The id of the import whose page is open. */
export const importIdOf = (page: Page): number => Number(/\/imports\/(\d+)\//.exec(page.url())?.[1]);

/** Accepts how the file is read and waits until its columns are shown. */
export async function acceptReading(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('read.accept') }).click();
  await expect(page.getByRole('heading', { name: t('map.title') })).toBeVisible();
}

/** Accepts which column is which field, leaves open what values nobody knows, and waits until the plan is made; ends on problems or plan. */
export async function acceptMapping(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('map.accept') }).click();
  await page.waitForURL(/\/(values|progress|problems|plan)$/);
  if (page.url().endsWith('/values')) await page.getByRole('button', { name: t('values.accept') }).click();
  await expect(page).toHaveURL(/\/(problems|plan)$/);
}

/** Takes an import from how it is read to its plan, with the mapping that is suggested. */
export async function planImport(page: Page, importId: number): Promise<void> {
  await acceptReading(page);
  await acceptMapping(page);
  await page.goto(`/imports/${importId}/plan`);
}

/** Confirms the plan on the plan step, by the button that names what it does and the question after it. */
export async function confirmPlan(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('plan.dialogYes', { action }) })
    .click();
}

/** The ledger of the result as it is shown: rows by the name of their bucket, and the number of rows of the file. */
export async function readLedger(page: Page): Promise<Record<string, number>> {
  await expect(page.getByRole('heading', { name: t('result.ledger') })).toBeVisible();
  const ledger: Record<string, number> = {};
  for (const row of await page.getByRole('table').getByRole('row').all()) {
    const line = /^(\D+?)\s*([\d,]+)$/.exec(await row.innerText());
    if (line?.[1]) ledger[line[1]] = plain(line[2] ?? '');
  }
  return ledger;
}

const NOTHING = { created: 0, updated: 0, unchanged: 0, merged: 0, held: 0, refused: 0, not_imported: 0 };

/** What `readLedger` gives for these rows by bucket; buckets that are not named are empty. */
export const ledgerOf = (counts: Partial<typeof NOTHING> & { rows: number }): Record<string, number> => {
  const buckets = { ...NOTHING, ...counts };
  const names = Object.keys(NOTHING) as (keyof typeof NOTHING)[];
  return { ...Object.fromEntries(names.map((name) => [t(`ui.buckets.${name}`), buckets[name]])), [t('result.total')]: counts.rows };
};
