import { LANGUAGE_COOKIE } from '@/lib/i18n';
import { expectAccessible } from './accessible';
import { expect, test } from './journey';
import { t, textsIn } from './texts';
import { expectNoEnglish } from './untranslated';

test('the format and its problems can be read, and a problem of an import leads to what it means', async ({ page, applied }) => {
  await page.goto('/formats');
  const country = page.getByRole('row', { name: 'Country COUNTRY' });
  await expect(country).toContainText(t('formats.whenEmpty', { value: t('fields.defaults.COUNTRY') }));
  await country.getByText(/allowed values/).click();
  await expect(country.getByRole('group')).toHaveAttribute('open');
  await expect(country.getByRole('group')).toContainText('GB');
  await expect(page.getByRole('row', { name: 'OFFICIAL_NAME' })).toContainText('STRUCT_NAME');
  await expectAccessible(page);

  await page.getByRole('link', { name: t('formats.guide.link') }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('formats.guide.title') })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/imports/${applied.importId}/problems`);
  const title = t('problems.titles.bad-date');
  await page.getByRole('link', { name: t('problems.explainTitle', { title }) }).click();
  await expect(page).toHaveURL(/\/formats\/problems#bad-date$/);
  const meaning = page.getByRole('region', { name: title, exact: true });
  await expect(meaning).toBeInViewport();
  await expect(meaning).toContainText(t('guide.issues.bad-date.expected'));
  await expect(meaning).toContainText(t('guide.issues.bad-date.action'));
});

test.describe('in French on a screen of 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the pages of the format are read in full and never scroll sideways', async ({ page, baseURL }) => {
    await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'fr', url: baseURL }]);
    const french = textsIn('fr');
    for (const [address, heading] of [
      ['/formats', french('formats.title')],
      ['/formats/problems', french('formats.guide.title')],
    ] as const) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expectNoEnglish(page);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
    }
  });
});
