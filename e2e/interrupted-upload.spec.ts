import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from '@playwright/test';
import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { chooseFile, importIdOf } from './import-steps';
import { expect, test } from './journey';
import { signIn } from './sign-in';
import { t } from './texts';

/** Bytes that are sent in one request; the file is a little larger, so that there is a second one to interrupt. */
const FIRST_PART = 16_000_000;

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-uploads-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

function largeFile(): string {
  const word = uniqueWord();
  const path = join(folder, `large ${word}.csv`);
  const line = (row: number) => `a${row}.${word}@example.org;${'Rang du fond, près de l’allée. '.repeat(60)}\n`;
  writeFileSync(path, `E-mail;Remarque\n${Array.from({ length: 9_000 }, (_, row) => line(row)).join('')}`);
  return path;
}

/** Lets the first part of an upload pass and hands the next one over; `offsets` is where each part began. */
async function interruptSecondPart(page: Page, interrupt: (route: Route) => Promise<void>): Promise<number[]> {
  const offsets: number[] = [];
  await page.route('**/api/uploads/**', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    offsets.push(Number(route.request().headers()['upload-offset']));
    return offsets.length === 2 ? interrupt(route) : route.continue();
  });
  return offsets;
}

test('an upload that lost its connection goes on where it stopped', async ({ page, context }) => {
  const offsets = await interruptSecondPart(page, async (route) => {
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.goto('/imports/new');
  await chooseFile(page, largeFile());
  await expect(page.getByRole('alert').getByText(t('errors.upload-interrupted'))).toBeVisible();
  await expect(page.getByText(t('upload.failedText'))).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: t('ui.retry') }).click();
  await expect(page).toHaveURL(/\/read$/);
  expect(offsets).toEqual([0, FIRST_PART, FIRST_PART]);
});

test.describe('with a session of its own', () => {
  test.use({ person: null });

  test('an upload whose session ends goes on after signing in again', async ({ page, context, browser, baseURL }) => {
    await signIn(page, 'importer@lac.example');
    const elsewhere = await browser.newPage({ baseURL, locale: 'en-GB', storageState: await context.storageState() });
    const offsets = await interruptSecondPart(page, async (route) => {
      await elsewhere.goto('/');
      await elsewhere.getByRole('button', { name: t('shell.account', { name: 'Camille Roux' }) }).click();
      await elsewhere.getByRole('menuitem', { name: t('shell.signOut') }).click();
      await elsewhere.waitForURL(/sign-in/);
      await elsewhere.close();
      await route.continue();
    });
    const file = largeFile();
    await page.goto('/imports/new');
    await chooseFile(page, file);
    await expect(page.getByRole('alert').getByText(t('errors.signed-out'))).toBeVisible();
    const importId = importIdOf(page);
    await page.goto(`/imports/${importId}/upload`);
    await signIn(page, 'importer@lac.example');
    await page.goto(`/imports/${importId}/upload`);
    await expect(page.getByText(t('upload.resumeText'))).toBeVisible();
    await expectAccessible(page);
    await chooseFile(page, file);
    await expect(page).toHaveURL(/\/read$/);
    expect(offsets).toEqual([0, FIRST_PART, FIRST_PART]);
  });
});
