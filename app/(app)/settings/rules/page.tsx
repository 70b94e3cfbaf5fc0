import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { RulesForm } from '@/components/settings/rules-form';
import { may } from '@/lib/server/actor';
import { getSettings } from '@/lib/server/institutions/get-settings';
import { RETENTION_DAYS } from '@/lib/server/institutions/settings';
import { saveRules } from './actions';

export const generateMetadata = () => settingsTitle('rules');

export default async function RulesPage() {
  const { settings, editable } = await show(async (actor) => ({ settings: await getSettings(actor), editable: may(actor, 'settings.edit') }));
  return (
    <>
      <SettingsHeading page="rules" />
      <RulesForm
        rules={{ structureNumber: settings.structureNumber ?? 'relay', retentionDays: settings.retentionDays ?? RETENTION_DAYS }}
        save={editable ? saveRules : null}
      />
    </>
  );
}
