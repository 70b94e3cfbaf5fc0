import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { RulesForm } from '@/components/settings/rules-form';
import { may } from '@/lib/server/actor';
import { getSettings } from '@/lib/server/institutions/get-settings';
import { saveStructureNumber } from './actions';

export const generateMetadata = () => settingsTitle('rules');

export default async function RulesPage() {
  const { settings, editable } = await show(async (actor) => ({ settings: await getSettings(actor), editable: may(actor, 'settings.edit') }));
  return (
    <>
      <SettingsHeading page="rules" />
      <RulesForm structureNumber={settings.structureNumber ?? 'relay'} save={editable ? saveStructureNumber : null} />
    </>
  );
}
