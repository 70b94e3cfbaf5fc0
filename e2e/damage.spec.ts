import { expectAccessible } from './accessible';
import { uniqueWord } from './contact-list';
import { acceptReading, bringFile } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

const word = uniqueWord();
const people = Array.from({ length: 30 }, (_, at) => [
  `P${at} ${word}`,
  ['12', '3a', '5', '05-Mar', '17'][at % 5],
  at === 7 ? '4.17921E+10' : `04121311${String(at).padStart(2, '0')}`,
  `p${at}.${word}@example.org`,
  'Zürich',
]);
const rows = [['Nom', 'N° rue', 'Téléphone', 'Courriel', 'Ville'], ...people, ['Miller', 'Inc.', '7', '0412131199', `m.${word}@example.org`]];
const file = { name: `damaged ${word}.csv`, mimeType: 'text/csv', buffer: Buffer.from(rows.map((cells) => `${cells.join(';')}\n`).join('')) };

for (const width of [1280, 360])
  test.describe(`on a screen of ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('what a tool did to a file is told where it is read and mapped, with who did it and how to export again', async ({ page }) => {
      const importId = await bringFile(page, file);
      await expect(page.getByText(t('ui.states.read'), { exact: true })).toBeVisible();
      const notes = page.getByRole('region', { name: t('damage.title') });
      await expect(
        notes.getByText(t('damage.kinds.rounded.what', { column: 'Téléphone', count: 1, samples: '“4.17921E+10”' } as never)),
      ).toBeVisible();
      await expect(notes.getByText(t('damage.kinds.rounded.who'))).toBeVisible();
      await expect(notes.getByText(t('damage.kinds.rounded.how'))).toBeVisible();
      await expectAccessible(page);
      await acceptReading(page);
      await expect(notes.getByText(t('damage.kinds.made-a-date.what', { column: 'N° rue', count: 1, samples: '“05-Mar”' } as never))).toBeVisible();
      await expect(notes.getByText(t('damage.kinds.shifted.what', { column: 'Courriel', count: 1, samples: '32' } as never))).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
      await page.goto(`/imports/${importId}/read`);
      await expect(notes).toBeVisible();
    });
  });
