import { expect, type Page } from '@playwright/test';
import { catalogueOf } from './texts';

/** All texts of a catalogue, one after the other, in the order of its keys. */
function textsOf(node: object, path = ''): [key: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`)));
}

const french = new Map(textsOf(catalogueOf('fr')));
const spoken = new Set(french.values());

/** Whole English texts that French says otherwise; those with parameters are never on a page as they stand. */
const english = textsOf(catalogueOf('en'))
  .filter(([key, text]) => french.get(key) !== text && !spoken.has(text) && !text.includes('{'))
  .map(([, text]) => text);

/** Expects that no line of the page's main part is a text of the English catalogue. */
export async function expectNoEnglish(page: Page): Promise<void> {
  const lines = (await page.getByRole('main').innerText()).split('\n').map((line) => line.trim());
  expect(lines.filter((line) => english.includes(line))).toEqual([]);
  await expect(page.locator('html')).toHaveAttribute('lang', /^fr/);
}
