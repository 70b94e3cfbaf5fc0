import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { acceptMapping, acceptReading, bringFile, confirmPlan, readLedger } from './import-steps';
import { expect, test } from './journey';
import { enterOn } from './keyboard';
import { t } from './texts';

const word = uniqueWord();
const rows = [
  ['Full name', 'Mail', 'Street', 'House no', 'Zip', 'City', 'Phone', 'Street 2nd', 'Remarks'],
  [
    `"MÜLLER-${word.toUpperCase()}, ANNA"`,
    `anna.${word}@gmial.com`,
    'Bahnhofstrasse',
    '1',
    '8001',
    'Zürich',
    '044 211 22 33 / 079 345 67 89',
    'c/o Weber',
    'n/a',
  ],
  [`"Ludwig van B${word}"`, `ludwig.${word}@x.org`, 'Hauptstrasse', '5a', '8400', 'Winterthur', '052 211 22 33', '', 'Likes opera'],
  [`"Gabriel García M${word}"`, `gabriel.${word}@x.org`, 'Seeweg', '7', '6003', 'Luzern', '', '', '-'],
];
const file = { name: `members ${word}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows.map((cells) => `${cells.join(';')}\n`).join('')) };

const fieldOf = (page: Page, column: string) => page.getByRole('combobox', { name: t('map.fieldOf', { column }), exact: true });
const columnOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
const part = (at: '0' | '1' | '2', column: string) => t('edits.partOf', { part: t(`edits.parts.split-name.${at}`), column });

let importId: number;
test.describe.configure({ mode: 'serial' });

test('a whole name, a street and its number, and two telephones are taken apart or joined, with an example of each', async ({ page }) => {
  importId = await bringFile(page, file);
  await acceptReading(page);
  await expect(fieldOf(page, part('0', 'Full name'))).toHaveValue(/LASTNAME/);
  await expect(fieldOf(page, part('1', 'Full name'))).toHaveValue(/FIRSTNAME/);
  await expect(columnOf(page, 'Full name').getByText(t('edits.counted', { complete: 'true', changed: 3, rows: 3 }), { exact: false })).toBeVisible();
  await expect(columnOf(page, 'Street').getByText(t('edits.example', { before: 'Bahnhofstrasse + 1', after: 'Bahnhofstrasse 1' }))).toBeVisible();
  await expect(columnOf(page, 'House no').getByText(t('edits.goesInto', { column: 'Street' }))).toBeVisible();
  await expect(
    columnOf(page, 'Phone')
      .getByText(/→ 079 345 67 89$/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('suggested edits are taken with one click, others are added by keyboard, moved and removed', async ({ page }) => {
  await page.goto(`/imports/${importId}/map`);
  const mail = columnOf(page, 'Mail');
  await mail.getByRole('button', { name: t('edits.offer.domain', { from: 'gmial.com', to: 'gmail.com' }) }).click();
  await expect(mail.getByText(t('edits.example', { before: `anna.${word}@gmial.com`, after: `anna.${word}@gmail.com` }))).toBeVisible();
  await columnOf(page, 'Full name')
    .getByRole('button', { name: t('edits.offer.names-case') })
    .click();
  const city = columnOf(page, 'City');
  await enterOn(page, city.getByRole('button', { name: `${t('edits.edit')}: City` }));
  await city.getByLabel(t('edits.kind')).selectOption('replace');
  await city.getByLabel(t('edits.form.find'), { exact: true }).fill('Luzern');
  await city.getByLabel(t('edits.form.with'), { exact: true }).fill('Lucerne');
  await page.keyboard.press('Enter');
  await expect(city.getByText(t('edits.example', { before: 'Luzern', after: 'Lucerne' }))).toBeVisible();
  await enterOn(page, city.getByRole('button', { name: `${t('edits.edit')}: City` }));
  await enterOn(page, city.getByRole('button', { name: t('edits.add') }));
  const edits = city.getByRole('list', { name: t('edits.column', { column: 'City' }) }).getByRole('listitem');
  await expect(edits).toHaveCount(2);
  await city.getByRole('button', { name: t('edits.up', { edit: t('edits.said.trim') }) }).click();
  await expect(edits.first()).toContainText(t('edits.said.trim'));
  await city.getByRole('button', { name: t('edits.remove', { edit: t('edits.said.trim') }) }).click();
  await expect(edits).toHaveCount(1);
  await expectAccessible(page);
});

test.describe('on a screen of 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('columns, parts and the form of an edit fit', async ({ page }) => {
    await page.goto(`/imports/${importId}/map`);
    await expect(fieldOf(page, part('0', 'Full name'))).toHaveValue(/LASTNAME/);
    await columnOf(page, 'City')
      .getByRole('button', { name: `${t('edits.edit')}: City` })
      .click();
    await columnOf(page, 'City').getByLabel(t('edits.kind')).selectOption('regex-replace');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  });
});

test('two columns for one field are a decision, and the plan shows what came of it', async ({ page }) => {
  await page.goto(`/imports/${importId}/map`);
  await columnOf(page, 'Full name')
    .getByRole('button', { name: t('edits.offer.names-case') })
    .click();
  await fieldOf(page, 'Street 2nd').fill('Remark');
  await page.getByRole('option', { name: /REMARK/ }).click();
  const decision = page.getByRole('note').filter({ hasText: t('edits.twice.title', { field: 'Remark', count: 2 }) });
  await expect(decision).toBeVisible();
  await expectAccessible(page);
  await decision.getByLabel(t('edits.form.sign')).fill(', ');
  await decision.getByRole('button', { name: t('edits.twice.choose') }).click();
  await expect(decision).toHaveCount(0);
  await acceptMapping(page);
  await page.goto(`/imports/${importId}/problems`);
  await expect(page.getByText(t('problems.titles.name-not-split')).first()).toBeVisible();
  await page.goto(`/imports/${importId}/plan`);
  await confirmPlan(page, t('plan.confirmCreate', { created: 3 }));
  const ledger = await readLedger(page);
  expect(ledger[t('ui.buckets.created')]).toBe(3);
  await page.goto(`/contacts?environment=PP&search=${word}`);
  await expect(page.getByText(`Anna Müller-${word.charAt(0).toUpperCase()}${word.slice(1)}`).first()).toBeVisible();
});
