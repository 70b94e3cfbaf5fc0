import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { acceptReading, bringFile, confirmPlan, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

const run = uniqueWord();

const fileOf = (word: string, newsletter: readonly string[]) => {
  const rows = newsletter.map((said, at) => [
    ['Mme', 'Me', 'me.', 'Cptn'][at % 4],
    `Anna${'abcdefgh'.charAt(at)}`,
    `${word}`,
    `p${at}.${word}@example.org`,
    ['Suisse', 'Svizzera', 'Swizerland'][at % 3],
    said,
    '',
  ]);
  // What is remembered for these columns is remembered of this run alone.
  const lines = [['Civilité', 'Prénom', 'Nom', 'Courriel', 'Pays', 'Newsletter', `Column ${run}`], ...rows].map((cells) => `${cells.join(';')}\n`);
  return { name: `codes ${word}.csv`, mimeType: 'text/csv', buffer: Buffer.from(lines.join('')) };
};

const word = uniqueWord();
const becomes = (page: Page, value: string) => page.getByRole('combobox', { name: t('values.becomesOf', { value }), exact: true });
const columnOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });

async function choose(page: Page, value: string, typed: string, option: string | RegExp): Promise<void> {
  await becomes(page, value).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

let importId: number;
test.describe.configure({ mode: 'serial' });

test('an authorization is always to be checked, with what each of its values says', async ({ page }) => {
  await bringFile(page, fileOf(uniqueWord(), ['oui', 'non', 'oui', 'oui']));
  await acceptReading(page);
  const checked = page.getByRole('table', { name: new RegExp(`^${t('map.check')}`) });
  const said = checked.getByRole('table', { name: t('values.consents.caption', { column: 'Newsletter' }) });
  await expect(said.getByRole('row', { name: `oui 3 ${t('values.consents.likelyYes')}` })).toBeVisible();
  // With a value that is neither yes nor no a person alone takes it for an authorization.
  importId = await bringFile(page, fileOf(word, ['oui', 'non', 'oui', 'oui', 'non', 'peut-être', 'oui', 'non']));
  await acceptReading(page);
  const newsletter = columnOf(page, 'Newsletter');
  await newsletter.getByRole('combobox', { name: t('map.fieldOf', { column: 'Newsletter' }) }).fill('CNIL_O');
  await page.getByRole('option', { name: /CNIL_O/ }).click();
  const table = newsletter.getByRole('table', { name: t('values.consents.caption', { column: 'Newsletter' }) });
  await expect(table.getByRole('row', { name: `oui 4 ${t('values.consents.likelyYes')}` })).toBeVisible();
  await expect(table.getByRole('row', { name: `non 3 ${t('values.consents.likelyNo')}` })).toBeVisible();
  await expect(table.getByRole('row', { name: `peut-être 1 ${t('values.unknownConsent')}` })).toBeVisible();
  await expectAccessible(page);
});

test('what nobody knows is asked once for all rows, and the plan has the answers', async ({ page }) => {
  await page.goto(`/imports/${importId}/map`);
  const newsletter = columnOf(page, 'Newsletter');
  await newsletter.getByRole('combobox', { name: t('map.fieldOf', { column: 'Newsletter' }) }).fill('CNIL_O');
  await page.getByRole('option', { name: /CNIL_O/ }).click();
  await page.getByRole('button', { name: t('map.accept') }).click();
  await expect(page).toHaveURL(/\/values$/);
  await expect(page.getByRole('heading', { name: t('values.title') })).toBeVisible();
  // Me and me. are one value; Mme is known and stays behind its button.
  await expect(becomes(page, 'Me')).toBeVisible();
  await expect(becomes(page, 'me.')).toHaveCount(0);
  await expect(becomes(page, 'Mme')).toHaveCount(0);
  await page
    .getByRole('region', { name: t('values.column', { header: 'Civilité', field: 'Title' }) })
    .getByRole('button', { name: t('values.showKnown', { count: 1 }) })
    .click();
  await expect(page.getByText(t('values.readings.by.words', { value: 'MRS' }))).toBeVisible();
  await expectAccessible(page);
  await choose(page, 'Me', 'MR', 'MR');
  await choose(page, 'Cptn', 'empty', t('values.empty'));
  await choose(page, 'Swizerland', 'Switz', /Switzerland · CH/);
  await choose(page, 'peut-être', 'No', t('values.no'));
  await expect(page.getByText(t('values.allSaid'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('values.accept') }).click();
  await expect(page).toHaveURL(/\/(problems|plan)$/);
  await page.goto(`/imports/${importId}/plan`);
  const file = page.getByRole('table', { name: t('quality.title') });
  // Of eight titles two are left out as was said, the others put right.
  await expect(file.getByRole('row', { name: /^Title 100% 0% 75%/ })).toBeVisible();
  await expectAccessible(page);
  await confirmPlan(page, t('plan.confirmCreate', { created: 8 }));
  expect((await readLedger(page))[t('ui.buckets.created')]).toBe(8);
  const stored = page.getByRole('table', { name: t('quality.storedTitle') });
  await expect(stored.getByRole('row', { name: /^E-mail/ })).toContainText('100%');
  await expectAccessible(page);
});

test.describe('on a screen of 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('values fit, and a file whose values are all answered is planned without being asked', async ({ page }) => {
    const other = await bringFile(page, fileOf(uniqueWord(), ['oui', 'vielleicht', 'non', 'oui']));
    await acceptReading(page);
    await page.getByRole('button', { name: t('map.accept') }).click();
    await expect(page).toHaveURL(/\/values$/);
    await expect(becomes(page, 'vielleicht')).toBeVisible();
    // Only the new value is open: what was said of the others is remembered.
    await expect(page.getByText(t('values.open', { values: 1, cells: 1 }))).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    await page.goto(`/imports/${other}/map`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await bringFile(page, fileOf(uniqueWord(), ['oui', 'non', 'oui', 'non']));
    await acceptReading(page);
    await page.getByRole('button', { name: t('map.accept') }).click();
    await expect(page).toHaveURL(/\/(problems|plan)$/);
  });
});
