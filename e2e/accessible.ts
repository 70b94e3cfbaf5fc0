import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { textsIn } from './texts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a spinner is called, in each language. */
const loading = new RegExp(`^(${textsIn('en')('ui.loading')}|${textsIn('fr')('ui.loading')})$`);

/** Expects that axe finds nothing to complain about on the page once it is drawn: WCAG 2.2 AA and the usual good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByLabel(loading)).toHaveCount(0);
  // A page that was gone to within the app gets its title after its content.
  await expect(page).toHaveTitle(/\S/);
  // What is still being faded in has not its colours yet.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
