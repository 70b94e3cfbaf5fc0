import { Stack } from '@mantine/core';
import { getLocale } from 'next-intl/server';
import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { ValueList } from '@/components/settings/value-list';
import { fieldOf, PLAIN_LISTS } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { may } from '@/lib/server/actor';
import { listListValues } from '@/lib/server/institutions/list-list-values';
import { addValue, changeValue, countValue, removeValue } from './actions';

export const generateMetadata = () => settingsTitle('lists');

export default async function ListsPage() {
  const { values, editable } = await show(async (actor) => ({ values: await listListValues(actor), editable: may(actor, 'settings.edit') }));
  const language = languageIn(await getLocale());
  const actions = editable ? { add: addValue, change: changeValue, remove: removeValue, count: countValue } : null;
  return (
    <>
      <SettingsHeading page="lists" />
      <Stack gap={48}>
        {PLAIN_LISTS.map((list) => (
          <ValueList
            key={list}
            list={list}
            name={fieldOf(list)?.labels[language] ?? list}
            values={values.filter((value) => value.list === list)}
            actions={actions}
          />
        ))}
      </Stack>
    </>
  );
}
