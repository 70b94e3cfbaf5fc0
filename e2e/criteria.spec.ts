import type { Page } from '@playwright/test';
import { LANGUAGE_COOKIE } from '@/lib/i18n';
import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { enterLac } from './enter-institution';
import { acceptMapping, acceptReading, bringFile, confirmPlan } from './import-steps';
import { expect, test } from './journey';
import { t, textsIn } from './texts';
import { expectNoEnglish } from './untranslated';

const csv = (name: string, ...lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });

/** The end of the word is what differs from one to the next. */
const newCode = () => uniqueWord().slice(-7).toUpperCase();

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test.describe('staff', () => {
  test.use({ person: 'operator@foyer.example' });

  test('define a criterion, extend and reorder it, retire a value after seeing what that touches, and bring it back', async ({ page }) => {
    await enterLac(page);
    await page.getByRole('link', { name: t('shell.criteria') }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('criteria.title') })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: t('criteria.new') }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('criteria.new') })).toBeVisible();
    await expectAccessible(page);
    const code = newCode();
    await page.getByLabel(t('criteria.columns.code')).fill(code);
    await page.getByLabel(t('criteria.columns.name')).fill(`Evenings of ${code}`);
    for (const value of ['Friday', 'Sunday']) {
      await page.getByLabel(t('criteria.newValue')).fill(value);
      await page.getByRole('button', { name: t('criteria.addValue') }).click();
    }
    await page.getByRole('textbox', { name: t('criteria.labelOf', { name: 'Sunday', language: 'fr' }) }).fill('Dimanche');
    await page.getByRole('button', { name: t('criteria.up', { name: 'Sunday' }) }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: t('criteria.create') }).click();
    await page.waitForURL(new RegExp(`/criteria/criterion/${code}$`));
    const values = page.getByRole('table', { name: t('criteria.values') });
    await expect(values.getByRole('row').nth(1)).toContainText('Sunday');
    await expectAccessible(page);

    await page.getByRole('button', { name: t('criteria.retire.retireOf', { name: 'Friday' }) }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(t('criteria.retire.contacts', { inProduction: 0, inPreProduction: 0 }))).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: t('criteria.retire.yes') }).click();
    await expect(row(page, 'Friday')).toContainText(t('criteria.status.retired'));
    await page.getByRole('button', { name: t('criteria.retire.reinstateOf', { name: 'Friday' }) }).click();
    await expect(row(page, 'Friday')).toContainText(t('criteria.status.active'));

    await page.getByLabel(t('criteria.columns.type')).selectOption('text');
    await page.getByRole('button', { name: t('criteria.save'), exact: true }).click();
    await expect(page.getByText(t('errors.definition-type-has-values', { count: 2, stored: 'SINGLE', value: 'TEXT' }))).toBeVisible();
    await page.getByRole('link', { name: t('criteria.back') }).click();
    await page.getByLabel(t('criteria.search')).fill(code);
    await expect(page.getByRole('link', { name: `Evenings of ${code}` })).toBeVisible();
    await expect(page.getByText(/^1 of \d+ criteria$/)).toBeVisible();
  });

  test('say what retiring a criterion touches that contacts have', async ({ page }) => {
    await enterLac(page);
    await page.goto('/criteria/criterion/LIKES');
    await page.getByRole('button', { name: t('criteria.retire.retireOf', { name: 'LIKES' }) }).click();
    await expect(page.getByRole('dialog').getByText(/^\d+ contacts in production and \d+ contacts in pre-production have it/)).toBeVisible();
  });

  test('bring a file: its plan names changes and refused rows, it is carried out as it was seen, and comes back without a change', async ({
    page,
  }) => {
    await enterLac(page);
    await page.goto('/criteria');
    await page.getByRole('link', { name: t('criteria.byFile') }).click();
    const code = newCode();
    const head = 'CODE;NAME;CONTACT_TYPE;DATA_TYPE;VALUE;VALUE_FR';
    const file = csv('criteria.csv', head, `${code};Days;BOTH;MULTI;Monday;Lundi`, `${code};;;;Tuesday;Mardi`, 'BAD;Bad;ALL;TEXT;;');
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file);
    await expect(page.getByText(t('criteria.plan.sentence', { rows: 3, changes: 3, refused: 1 }))).toBeVisible();
    await expect(page.getByRole('region', { name: t('criteria.plan.refused') }).first()).toContainText('INDIVIDUAL, STRUCTURE, BOTH');
    await expectAccessible(page);
    await page.getByRole('button', { name: t('criteria.file.carryOut', { count: 3 }) }).click();
    await expect(page.getByText(t('criteria.file.done', { count: 3 }))).toBeVisible();
    await expectAccessible(page);

    const download = page.waitForEvent('download');
    const name = t('criteria.files.export.criteria');
    await page.getByRole('link', { name: t('criteria.files.as', { name, format: 'xlsx' }) }).click();
    await input.setInputFiles(await (await download).path());
    await expect(page.getByText(/: nothing changes, no row is refused\.$/)).toBeVisible();

    await input.setInputFiles(csv('contacts.csv', 'LASTNAME;FIRSTNAME', 'Bell;Ada'));
    await expect(page.getByText(t('errors.definition-file-unknown'))).toBeVisible();
  });

  test('keep structure types, and let an import define what its contacts need, shown apart in its plan', async ({ page }) => {
    await enterLac(page);
    await page.goto('/criteria');
    const [type, unknown, criterion] = [newCode(), newCode(), newCode()];
    await page.getByRole('button', { name: t('criteria.newType') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('criteria.columns.code')).fill(type);
    await dialog.getByLabel(t('criteria.labels.en')).fill(`Type ${type}`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: t('criteria.save') }).click();
    await expect(row(page, `Type ${type}`)).toContainText(t('criteria.status.active'));

    await bringFile(
      page,
      csv('houses.csv', 'OFFICIAL_NAME;STRUCT_TYPE;CRIT01', `House ${type};${type};${criterion}=a|b`, `House ${unknown};${unknown};`),
    );
    await acceptReading(page);
    await page.getByRole('checkbox', { name: t('map.options.defineUnknown') }).check();
    await expectAccessible(page);
    await acceptMapping(page);
    await page.goto(page.url().replace(/\/\w+$/, '/plan'));
    const section = page.getByRole('region', { name: t('plan.definitions.title') });
    await expect(section).toContainText(t('plan.definitions.criterion', { code: criterion, type: t('criteria.types.multi') }));
    await expect(section).toContainText(t('plan.definitions.structureTypes', { count: 1, values: unknown }));
    await expectAccessible(page);
    await confirmPlan(page, t('plan.confirmCreate', { created: 2 }));
    await page.waitForURL(/\/result$/);
    await page.goto(`/criteria/criterion/${criterion}`);
    await expect(page.getByRole('button', { name: t('criteria.retire.retireOf', { name: 'b' }), exact: true })).toBeVisible();
  });
});

test.describe('customers', () => {
  test.use({ person: 'importer@lac.example' });

  test('look at definitions and change none', async ({ page }) => {
    await page.goto('/criteria');
    await expect(page.getByText(t('criteria.leadOfReaders'))).toBeVisible();
    await expect(page.getByRole('link', { name: t('criteria.new') })).toHaveCount(0);
    await expectAccessible(page);
    await row(page, 'LIKES').getByRole('link').click();
    await expect(page.getByRole('table', { name: t('criteria.values') })).toBeVisible();
    await expect(page.getByRole('button', { name: t('criteria.save'), exact: true })).toHaveCount(0);
    await expectAccessible(page);
  });
});

test.describe('customers and staff', () => {
  test.use({ person: null });

  test('customers define themselves as soon as staff allow it', async ({ browser, signedIn }) => {
    const staff = await browser.newPage({ storageState: await signedIn('operator@foyer.example') });
    await enterLac(staff);
    await staff.goto('/criteria');
    const policy = staff.getByRole('switch', { name: t('criteria.policy.customers') });
    await policy.check();
    const manager = await browser.newPage({ storageState: await signedIn('manager@lac.example') });
    await manager.goto('/criteria');
    const french = textsIn('fr');
    await expect(manager.getByRole('link', { name: french('criteria.new') })).toBeVisible();
    await expectNoEnglish(manager);
    await policy.uncheck();
    await expect(policy).not.toBeChecked();
    await manager.reload();
    await expect(manager.getByText(french('criteria.leadOfReaders'))).toBeVisible();
    for (const opened of [staff, manager]) await opened.close();
  });
});

test.describe('on a screen of 360 pixels, in French and in the dark', () => {
  test.use({ person: 'operator@foyer.example', viewport: { width: 360, height: 740 }, colorScheme: 'dark' });

  test('the pages are accessible and never scroll sideways', async ({ page, baseURL }) => {
    await enterLac(page);
    await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'fr', url: baseURL }]);
    for (const address of ['/criteria', '/criteria/new', '/criteria/file', '/criteria/criterion/LIKES']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoEnglish(page);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
    }
  });
});
