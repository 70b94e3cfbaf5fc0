import { getLocale } from 'next-intl/server';
import { glance } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { columnOptions } from '@/app/field-options';
import { LiveProgress } from '@/components/import/live-progress';
import { MapStep } from '@/components/import/map-step';
import { languageIn } from '@/lib/i18n';
import { getDefiningRight } from '@/lib/server/criteria/get-defining-right';
import { followImport } from '@/lib/server/imports/follow-import';
import { accept } from './actions';

export default async function MapPage({ params }: PageProps<'/imports/[id]/map'>) {
  const { id, profile, suggestions, mapping, rules, institutionRules } = await loadForStep((await params).id, 'map');
  if (!profile || !suggestions)
    return <LiveProgress first={await show((actor) => followImport(actor, { importId: id }))} look={glance.bind(null, id)} />;
  const mayDefine = await show(getDefiningRight);
  const fields = columnOptions(languageIn(await getLocale()), suggestions);
  return (
    <MapStep
      importId={id}
      {...{ profile, suggestions, mapping, fields, mayDefine }}
      rules={{ ...institutionRules, ...rules }}
      accept={accept.bind(null, id)}
    />
  );
}
