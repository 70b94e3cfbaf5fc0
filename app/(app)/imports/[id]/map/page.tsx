import { getLocale } from 'next-intl/server';
import { glance } from '@/app/(app)/imports/[id]/actions';
import { firstGlance, loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { columnOptions } from '@/app/field-options';
import { LiveProgress } from '@/components/import/live-progress';
import { MapStep } from '@/components/import/map-step';
import { mergedColumns, NO_EDITS, offerEdits } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { getDefiningRight } from '@/lib/server/criteria/get-defining-right';
import { accept, preview } from './actions';

export default async function MapPage({ params }: PageProps<'/imports/[id]/map'>) {
  const detail = await loadForStep((await params).id, 'map');
  const { id, reading, profile, suggestions, mapping, edits, suggestedEdits, rules, institutionRules } = detail;
  if (!profile || !suggestions) return <LiveProgress first={await firstGlance(detail)} look={glance.bind(null, id)} />;
  const mayDefine = await show(getDefiningRight);
  const fields = columnOptions(languageIn(await getLocale()), suggestions);
  return (
    <MapStep
      importId={id}
      {...{ profile, suggestions, mapping, fields, mayDefine }}
      edits={mapping ? (edits ?? NO_EDITS) : suggestedEdits}
      offers={offerEdits(profile, mergedColumns(reading?.issues ?? []))}
      rules={{ ...institutionRules, ...rules }}
      accept={accept.bind(null, id)}
      preview={preview.bind(null, id)}
    />
  );
}
