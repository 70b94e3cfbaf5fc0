import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { pageRoutes, programRoutes } from './app-routes';
import type { AppliedImport } from './applied-import';
import { uniqueWord } from './contact-list';
import { expect, test } from './journey';
import { signIn } from './sign-in';
import { t } from './texts';

/** The address with the ids of the first institution in it. */
const filled = (route: string, { importId, contactId }: AppliedImport, recipeId = 1) =>
  route
    .replace('/settings/recipes/[recipe]', `/settings/recipes/${recipeId}`)
    .replace('/imports/[id]', `/imports/${importId}`)
    .replace('/contacts/[id]', `/contacts/${contactId}`)
    .replace('/criteria/criterion/[code]', '/criteria/criterion/LIKES');

/** A recipe of its own columns, brought by a file; gives its id. */
async function bringRecipe(page: Page): Promise<number> {
  const name = `Recipe ${uniqueWord()}`;
  const recipe = { foyerRecipe: 1, name, header: [name], mapping: { 0: 'REMARK' }, edits: { version: 1, list: [] }, rules: {}, readOptions: {} };
  await page.goto('/settings/recipes');
  await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(recipe)) });
  await page.getByRole('button', { name: t('recipes.bring.bring') }).click();
  const href = await page.getByRole('link', { name }).getAttribute('href');
  await page.close();
  return Number(href?.split('/').at(-1));
}

const pages = pageRoutes();
const ofSomething = pages.filter((route) => route.includes('['));
const upload = (importId: number) => ({
  'Tus-Resumable': '1.0.0',
  'Upload-Length': '10',
  'Upload-Metadata': `importId ${Buffer.from(String(importId)).toString('base64')}`,
});

test('no page of something is forgotten here', async ({ applied }) => {
  expect(ofSomething.length).toBeGreaterThan(7);
  expect(ofSomething.map((route) => filled(route, applied)).filter((address) => address.includes('['))).toEqual([]);
});

test.describe('for the other institution', () => {
  test.use({ person: 'importer@buehne.example' });

  test('every page of an import or a contact is not there', async ({ page, browser, applied, signedIn, playwright, baseURL }) => {
    const storageState = await signedIn('importer@lac.example');
    const owner = await playwright.request.newContext({ baseURL, storageState });
    const recipeId = await bringRecipe(await browser.newPage({ storageState }));
    const statuses = async (request: APIRequestContext) => {
      const answers = ofSomething.map(async (route) => [route, (await request.get(filled(route, applied, recipeId))).status()] as const);
      return Object.fromEntries(await Promise.all(answers));
    };
    expect(await statuses(page.request)).toEqual(Object.fromEntries(ofSomething.map((route) => [route, 404])));
    expect(await statuses(owner)).toEqual(Object.fromEntries(ofSomething.map((route) => [route, 200])));
    await owner.dispose();
  });

  test('the page says that it is not here, and nothing of what it would show', async ({ page, applied }) => {
    await page.goto(`/imports/${applied.importId}/result`);
    await expect(page.getByRole('heading', { name: t('shell.notFoundTitle') })).toBeVisible();
    await expect(page.getByText(/season/)).toHaveCount(0);
    await expectAccessible(page);
  });

  test('the lists are empty of the other’s contacts and imports', async ({ page }) => {
    await page.goto('/contacts?environment=PP&search=Adèle');
    await expect(page.getByText(t('contacts.empty'))).toBeVisible();
    await page.goto('/imports?search=season');
    await expect(page.getByText(t('ui.nothingFound'))).toBeVisible();
  });

  test('an upload to the import of another institution is refused like one to an import that never was', async ({ page, applied }) => {
    const answer = (importId: number) => page.request.post('/api/uploads', { headers: upload(importId) });
    const [foreign, absent] = [await answer(applied.importId), await answer(999_999_999)];
    expect(foreign.status()).toBe(404);
    expect(absent.status()).toBe(404);
    expect(await foreign.text()).toBe(await absent.text());
  });
});

test.describe('signed out', () => {
  test.use({ person: null });

  test('every page leads to the sign-in page, and says where to go back to', async ({ page, applied }) => {
    for (const route of pages.filter((address) => address !== '/sign-in')) {
      const address = filled(route, applied);
      const answer = await page.request.get(address, { maxRedirects: 0 });
      expect(answer.status(), address).toBe(307);
      const target = new URL(answer.headers().location ?? '', 'http://localhost');
      expect(target.pathname, address).toBe('/sign-in');
      if (address !== '/') expect(target.searchParams.get('callbackUrl')).toBe(address);
    }
  });

  test('after signing in the page that was asked for is shown', async ({ page, applied }) => {
    await page.goto(`/imports/${applied.importId}/result`);
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expectAccessible(page);
    await signIn(page, 'importer@lac.example');
    await expect(page.getByRole('heading', { name: t('result.title') })).toBeVisible();
  });

  test('a wrong password is refused in words that do not tell whether the account exists', async ({ page }) => {
    for (const email of ['importer@lac.example', 'nobody@lac.example']) {
      await page.goto('/sign-in');
      await page.getByLabel(t('signIn.email')).fill(email);
      await page.getByRole('textbox', { name: t('signIn.password') }).fill('not the password');
      await page.getByRole('button', { name: t('signIn.submit') }).click();
      await expect(page.getByText(t('errors.sign-in-failed'))).toBeVisible();
    }
    await expectAccessible(page);
  });

  test('what answers programs answers nobody', async ({ page, applied }) => {
    // Signing in and the state of the server are for everybody.
    const closed = programRoutes().filter((route) => !/^\/api\/(auth|health)/.test(route));
    expect(closed.length).toBeGreaterThan(0);
    for (const route of closed) {
      const address = route.replace(/\/\[\[\.\.\.path\]\]$/, '').replace(/\[\w+\]/g, '1');
      const answer = await page.request.fetch(address, { method: 'POST', headers: upload(applied.importId), maxRedirects: 0 });
      expect([307, 401, 405], address).toContain(answer.status());
    }
    expect((await page.request.post('/api/uploads', { headers: upload(applied.importId) })).status()).toBe(401);
  });
});
