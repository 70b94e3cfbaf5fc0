import { type BrowserContext, test as base } from '@playwright/test';
import { type AppliedImport, applyImport } from './applied-import';
import { signIn } from './sign-in';

export type Person =
  | 'importer@lac.example'
  | 'manager@lac.example'
  | 'importer@buehne.example'
  | 'operator@foyer.example'
  | 'approver@foyer.example'
  | 'administrator@foyer.example';

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Options {
  /** Who is signed in when the journey begins; null for nobody. */
  person: Person | null;
}

interface Shared {
  /** The cookies of a person who signed in; each signs in once for all journeys. */
  signedIn: (person: Person) => Promise<SignedIn>;
  /** An applied import of the first institution, made once for the journeys that only look at it. */
  applied: AppliedImport;
}

/** A test that begins signed in: as the importer of the first institution unless it says otherwise. */
export const test = base.extend<Options, Shared>({
  person: ['importer@lac.example', { option: true }],
  signedIn: [
    async ({ browser }, use) => {
      const known = new Map<Person, SignedIn>();
      await use(async (person) => {
        const before = known.get(person);
        if (before) return before;
        const page = await browser.newPage(base.info().project.use);
        await signIn(page, person);
        const state = await page.context().storageState();
        await page.close();
        known.set(person, state);
        return state;
      });
    },
    { scope: 'worker' },
  ],
  applied: [
    async ({ browser, signedIn }, use) => {
      const page = await browser.newPage({ ...base.info().project.use, storageState: await signedIn('importer@lac.example') });
      const applied = await applyImport(page);
      await page.close();
      await use(applied);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  storageState: async ({ person, signedIn }, use) => use(person ? await signedIn(person) : { cookies: [], origins: [] }),
});

export { expect } from '@playwright/test';
