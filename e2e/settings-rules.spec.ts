import { expectAccessible } from './accessible';
import { expect, test } from './journey';
import { textsIn } from './texts';

const t = textsIn('fr');

test.use({ person: 'manager@lac.example' });

test('a manager decides how long imports keep their values', async ({ page }) => {
  await page.goto('/settings/rules');
  const days = page.getByLabel(t('settings.rules.retention'));
  await expect(days).not.toHaveValue('');
  await expectAccessible(page);
  const other = (await days.inputValue()) === '60' ? '61' : '60';
  await days.fill(other);
  await page.getByRole('button', { name: t('settings.rules.save') }).click();
  await expect(page.getByText(t('settings.saved'))).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue(other);
});
