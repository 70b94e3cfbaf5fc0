import { getLocale } from 'next-intl/server';
import { glance } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { columnOptions } from '@/app/field-options';
import { LiveProgress } from '@/components/import/live-progress';
import { MapStep } from '@/components/import/map-step';
import { languageIn } from '@/lib/i18n';
import { accept } from './actions';

export default async function MapPage({ params }: PageProps<'/imports/[id]/map'>) {
  const { id, state, progress, workerAlive, profile, suggestions, mapping, rules, institutionRules } = await loadForStep((await params).id, 'map');
  if (!profile || !suggestions) return <LiveProgress first={{ state, progress, workerAlive }} look={glance.bind(null, id)} />;
  const fields = columnOptions(languageIn(await getLocale()), suggestions);
  return (
    <MapStep importId={id} {...{ profile, suggestions, mapping, fields }} rules={{ ...institutionRules, ...rules }} accept={accept.bind(null, id)} />
  );
}
