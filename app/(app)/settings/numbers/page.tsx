import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { NumberRanges } from '@/components/settings/number-ranges';
import { may } from '@/lib/server/actor';
import { listNumberRanges } from '@/lib/server/institutions/list-number-ranges';
import { addRange, removeRange } from './actions';

export const generateMetadata = () => settingsTitle('numbers');

export default async function NumbersPage() {
  const { ranges, editable } = await show(async (actor) => ({ ranges: await listNumberRanges(actor), editable: may(actor, 'settings.edit') }));
  return (
    <>
      <SettingsHeading page="numbers" />
      <NumberRanges ranges={ranges} actions={editable ? { add: addRange, remove: removeRange } : null} />
    </>
  );
}
