import { expectAccessible } from './accessible';
import { contactRows, frenchCsv, HEADER, OUTCOME, uniqueWord } from './contact-list';
import { acceptMapping, acceptReading, bringFile, confirmPlan, ledgerOf, planImport, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

test('an import that is all or nothing is confirmed by whoever knows which rows stay out', async ({ page }) => {
  const word = uniqueWord();
  const importId = await bringFile(page, frenchCsv(`together ${word}.csv`, [HEADER, ...contactRows(word)]));
  await acceptReading(page);
  await page.getByLabel(t('map.options.allOrNothing')).check();
  await expectAccessible(page);
  await acceptMapping(page);
  await page.goto(`/imports/${importId}/plan`);
  await expect(page.getByText(t('plan.ruleAllOrNothing'))).toBeVisible();
  const action = t('plan.confirmBoth', { created: 5, updated: 1 });
  await page.getByRole('button', { name: action, exact: true }).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: t('plan.dialogYes', { action }) });
  await expect(yes).toBeDisabled();
  await page.getByLabel(t('plan.leftOutKnown', { count: OUTCOME.refused })).check();
  await expectAccessible(page);
  await yes.click();
  await expect(page).toHaveURL(/\/result$/);
  expect(await readLedger(page)).toEqual(ledgerOf(OUTCOME));
});

test('a row that met a changed contact is planned again, shown and carried out', async ({ page }) => {
  const word = uniqueWord();
  const listOf = (town: string) =>
    frenchCsv(`${town} ${word}.csv`, [
      ['Nom', 'E-mail', 'Ville'],
      [`Z-${word}`, `z.${word}@example.org`, town],
    ]);
  const apply = async (importId: number, action: string) => {
    await page.goto(`/imports/${importId}/plan`);
    await confirmPlan(page, action);
    await expect(page).toHaveURL(/\/result$/);
  };
  const plan = async (town: string) => {
    const importId = await bringFile(page, listOf(town));
    await planImport(page, importId);
    return importId;
  };
  const update = t('plan.confirmUpdate', { updated: 1 });
  await apply(await plan('Metz'), t('plan.confirmCreate', { created: 1 }));
  const late = await plan('Nice');
  await apply(await plan('Lyon'), update);
  await apply(late, update);
  expect(await readLedger(page)).toEqual(ledgerOf({ rows: 1, held: 1 }));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('result.replan', { rows: 1 }) }).click();
  await expect(page).toHaveURL(/\/plan$/);
  const changes = page.getByRole('table', { name: t('plan.changes') });
  await expect(changes.getByText(t('plan.oldNew', { field: 'Town', before: 'Lyon', after: 'Nice' }))).toBeAttached();
  await expectAccessible(page);
  await confirmPlan(page, update);
  await expect(page).toHaveURL(/\/result$/);
  expect(await readLedger(page)).toEqual(ledgerOf({ rows: 1, updated: 1 }));
});
