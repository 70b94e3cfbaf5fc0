import { expectAccessible } from './accessible';
import { contactRows, frenchCsv, HEADER, OUTCOME, uniqueWord } from './contact-list';
import { bringFile, confirmPlan, ledgerOf, planImport, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

test('a plan confirmed in two tabs is carried out once, and the second tab is told', async ({ page, context }) => {
  const word = uniqueWord();
  const importId = await bringFile(page, frenchCsv(`twice ${word}.csv`, [HEADER, ...contactRows(word)]));
  await planImport(page, importId);
  const second = await context.newPage();
  await second.goto(page.url());
  const action = t('plan.confirmBoth', { created: 5, updated: 1 });
  await expect(second.getByRole('button', { name: action, exact: true })).toBeVisible();
  await confirmPlan(page, action);
  await expect(page).toHaveURL(/\/result$/);
  await confirmPlan(second, action);
  await expect(second.getByRole('alert').getByText(t('errors.import-state'))).toBeVisible();
  await expectAccessible(second);
  await page.reload();
  expect(await readLedger(page)).toEqual(ledgerOf(OUTCOME));
  await page.goto(`/contacts?environment=PP&search=Muñoz-${word}`);
  await expect(page.getByRole('table', { name: t('contacts.list') }).getByRole('link')).toHaveCount(1);
});
