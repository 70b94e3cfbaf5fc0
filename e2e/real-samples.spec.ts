import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { openContact } from './contact-search';
import { bringFile, confirmPlan, ledgerOf, planImport, readLedger } from './import-steps';
import { expect, test } from './journey';
import { t } from './texts';

/** Public sample data that lies beside the checkout on some machines; it is not ours to pass on. */
const samples = process.env.FOYER_SAMPLES ?? resolve('../shared/data');
const sample = (path: string) => join(samples, path);

/** Takes a sample from the file to the result. */
async function importSample(page: Page, path: string): Promise<Record<string, number>> {
  await planImport(page, await bringFile(page, sample(path)));
  const confirm = page.getByRole('main').getByRole('button', { name: /^(Create|Update) [\d,]+/ });
  await confirmPlan(page, await confirm.innerText());
  await page.waitForURL(/\/result$/);
  await expect(page.getByText(t('result.balanced'))).toBeVisible();
  return readLedger(page);
}

test('fifty-nine customers of a music shop arrive with their accents', async ({ page }) => {
  const path = 'sql/truth/chinook_customer.csv';
  test.skip(!existsSync(sample(path)), `There is no ${path} in ${samples}; FOYER_SAMPLES says where samples are.`);
  expect(await importSample(page, path)).toEqual(ledgerOf({ rows: 59, created: 59 }));
  const expected: [search: string, name: string, town: string][] = [
    ['luisg@embraer.com.br', 'Luís Gonçalves', 'São José dos Campos'],
    ['leonekohler@surfeu.de', 'Leonie Köhler', 'Stuttgart'],
    ['ftremblay@gmail.com', 'François Tremblay', 'Montréal'],
  ];
  for (const [search, name, town] of expected) {
    await page.goto(`/contacts?environment=PP&search=${encodeURIComponent(search)}`);
    const contact = page
      .getByRole('table', { name: t('contacts.list') })
      .getByRole('row')
      .filter({ hasText: name });
    await expect(contact.getByText(town)).toBeVisible();
  }
});

/** An address whose host could exist; the sample has a few that are damaged. */
const ADDRESS = /^\S+@[a-z\d]+(-+[a-z\d]+)*(\.[a-z\d]+(-+[a-z\d]+)*)+$/i;

/** What is to become of a thousand people of whom the address says who is the same, counted from the file itself. */
function expectedOf(csv: string) {
  const lines = csv.split(/\r?\n/).slice(1).filter(Boolean);
  const people = lines.map((line) => {
    const [, first, last, , , email = ''] = line.split(',');
    return { named: Boolean(first || last), email: ADDRESS.test(email) ? email.toLowerCase() : null };
  });
  const addresses = new Set(people.flatMap(({ email }) => email ?? []));
  const without = people.filter(({ email }) => email === null);
  const refused = without.filter(({ named }) => !named).length;
  const created = addresses.size + without.length - refused;
  return { rows: people.length, created, refused, merged: people.length - created - refused };
}

test('a thousand people with twins among them become one contact for each address', async ({ page }) => {
  const path = 'matching/splink/fake_1000.csv';
  test.skip(!existsSync(sample(path)), `There is no ${path} in ${samples}; FOYER_SAMPLES says where samples are.`);
  const expected = expectedOf(readFileSync(sample(path), 'utf8'));
  expect(await importSample(page, path)).toEqual(ledgerOf(expected));
  await page.goto('/contacts?environment=PP');
  await openContact(page, 'robert255@smith.net');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Robert Al/);
});
