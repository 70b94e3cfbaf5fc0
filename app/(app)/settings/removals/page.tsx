import { SettingsHeading, settingsTitle } from '@/app/(app)/settings/heading';
import { show } from '@/app/acting';
import { RemovalPolicyForm } from '@/components/settings/removal-policy-form';
import { may } from '@/lib/server/actor';
import { getSettings } from '@/lib/server/institutions/get-settings';
import { COOLING_OFF_HOURS, ceilingOf, removalPolicyOf } from '@/lib/server/institutions/settings';
import { inactiveRuleOf } from '@/lib/server/removals/inactive-rule';
import { saveRemovalPolicy } from './actions';

export const generateMetadata = () => settingsTitle('removals');

export default async function RemovalPolicyPage() {
  const { settings, editable } = await show(async (actor) => ({ settings: await getSettings(actor), editable: may(actor, 'removal.policy') }));
  const { percent, number } = ceilingOf(settings);
  const { invalidateWithSales, fullWipe, protectedCriteria } = removalPolicyOf(settings);
  const { prospectMonths, customerMonths } = inactiveRuleOf(settings, new Date());
  const policy = {
    ...{ removalCeilingPercent: percent, removalCeilingNumber: number, invalidateWithSales, fullWipe },
    protectedCriteria: [...protectedCriteria],
    ...{ inactiveProspectMonths: prospectMonths, inactiveCustomerMonths: customerMonths, inactiveEveryDays: settings.inactiveEveryDays ?? 0 },
    coolingOffHours: settings.coolingOffHours ?? COOLING_OFF_HOURS,
  };
  return (
    <>
      <SettingsHeading page="removals" />
      <RemovalPolicyForm policy={policy} save={editable ? saveRemovalPolicy : null} />
    </>
  );
}
