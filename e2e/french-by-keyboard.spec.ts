import { DEMO_PASSWORD } from '@/lib/server/demo/demo-institutions';
import { expectAccessible } from './accessible';
import { contactRows, frenchCsv, HEADER, OUTCOME, uniqueWord } from './contact-list';
import { expect, test } from './journey';
import { enterOn, tabTo } from './keyboard';
import { t as english, textsIn } from './texts';
import { expectNoEnglish } from './untranslated';

const t = textsIn('fr');

test.use({ person: null });

test('a person imports a file in French without touching the mouse', async ({ page }) => {
  await page.goto('/sign-in');

  await test.step('signs in', async () => {
    await tabTo(page, page.getByLabel(english('signIn.email')));
    await page.keyboard.type('importer@lac.example');
    await tabTo(page, page.getByRole('textbox', { name: english('signIn.password') }));
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: english('home.title') })).toBeVisible();
  });

  await test.step('changes the language', async () => {
    await enterOn(page, page.getByRole('button', { name: english('shell.account', { name: 'Camille Roux' }) }));
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    const choice = page.getByRole('menuitem', { name: english('shell.languages.fr') });
    while (!(await choice.evaluate((element) => element === document.activeElement))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: t('home.title') })).toBeVisible();
    await expectNoEnglish(page);
  });

  await test.step('brings a file', async () => {
    // While there is no import yet, the empty list offers the same.
    await enterOn(page, page.getByRole('link', { name: t('home.add.title') }).first());
    await expect(page.getByRole('heading', { name: t('upload.newTitle') })).toBeVisible();
    await expectNoEnglish(page);
    await expectAccessible(page);
    const chooser = page.waitForEvent('filechooser');
    await enterOn(page, page.getByLabel(t('upload.drop')).and(page.locator('[tabindex="0"]')));
    await (await chooser).setFiles(frenchCsv(`clavier ${uniqueWord()}.csv`, [HEADER, ...contactRows(uniqueWord())]));
  });

  await test.step('goes through reading and mapping', async () => {
    await expect(page.getByRole('heading', { name: t('read.title') })).toBeVisible();
    await expect(page.getByRole('navigation', { name: t('read.stepsLabel') })).toContainText(t('read.steps.problems'));
    await expectNoEnglish(page);
    await expectAccessible(page);
    await enterOn(page, page.getByRole('button', { name: t('read.accept') }));
    await expect(page.getByRole('heading', { name: t('map.title') })).toBeVisible();
    await expectNoEnglish(page);
    await expectAccessible(page);
    await enterOn(page, page.getByRole('button', { name: t('map.accept') }));
  });

  await test.step('says what a value is that nobody knows', async () => {
    await expect(page.getByRole('heading', { name: t('values.title') })).toBeVisible();
    await expectNoEnglish(page);
    await expectAccessible(page);
    await enterOn(page, page.getByRole('button', { name: t('values.accept') }));
  });

  await test.step('looks at a cause and its row', async () => {
    await expect(page.getByRole('heading', { name: t('problems.title') })).toBeVisible();
    await enterOn(page, page.getByRole('button', { name: t('problems.titles.bad-date') }));
    await expect(page.getByText(t('issues.bad-date', { value: '31.02.1979' }))).toBeVisible();
    await expectNoEnglish(page);
    await expectAccessible(page);
    await enterOn(page, page.getByRole('link', { name: t('problems.toPlan') }));
  });

  await test.step('confirms the plan and reads the result', async () => {
    const { rows, created, updated } = OUTCOME;
    await expect(page.getByText(t('plan.sentence', { rows, created, updated, rest: rows - created - updated }))).toBeVisible();
    await expectNoEnglish(page);
    await expectAccessible(page);
    const action = t('plan.confirmBoth', { created: 5, updated: 1 });
    await enterOn(page, page.getByRole('button', { name: action, exact: true }));
    await enterOn(page, page.getByRole('dialog').getByRole('button', { name: t('plan.dialogYes', { action }) }));
    await expect(page).toHaveURL(/\/result$/);
    await expect(page.getByText(t('result.balanced'))).toBeVisible();
    await expectNoEnglish(page);
    await expectAccessible(page);
  });
});
