import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { SalutationGrid } from '@/components/settings/salutation-grid';
import { listedCodes, type OwnSalutation, SALUTATION_LANGUAGES, STANDARD_TITLES, salutationOf } from '@/lib/engine';
import { may } from '@/lib/server/actor';
import { getLists } from '@/lib/server/institutions/get-lists';
import { listSalutations } from '@/lib/server/institutions/list-salutations';
import { saveSalutations } from './actions';

export const generateMetadata = () => settingsTitle('salutations');

/** What the institution wrote for a title and language, and what holds where it wrote nothing. */
function cellOf(title: string, language: string, own: readonly OwnSalutation[]) {
  const isThis = (text: OwnSalutation) => text.title === title && text.language === language;
  const others = own.filter((text) => !isThis(text));
  const held = salutationOf({ title, language }, others, language);
  const { letter = '', address = '' } = own.find(isThis) ?? {};
  return { title, language, own: { letter, address }, builtIn: { letter: held.LETTER_SALUTATION, address: held.ADDR_SALUTATION } };
}

export default async function SalutationsPage() {
  const { own, lists, editable } = await show(async (actor) => ({
    own: await listSalutations(actor),
    lists: await getLists(actor),
    editable: may(actor, 'settings.edit'),
  }));
  const titles = listedCodes('TITLE', lists) ?? STANDARD_TITLES;
  const languages = [...new Set([...SALUTATION_LANGUAGES, ...(listedCodes('PREF_LANG', lists) ?? [])])];
  const cells = titles.flatMap((title) => languages.map((language) => cellOf(title, language, own)));
  return (
    <>
      <SettingsHeading page="salutations" />
      <SalutationGrid {...{ titles, languages, cells }} save={editable ? saveSalutations : null} />
    </>
  );
}
