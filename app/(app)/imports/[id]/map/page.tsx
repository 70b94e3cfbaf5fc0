import { getLocale } from 'next-intl/server';
import { glance, saveAsRecipe } from '@/app/(app)/imports/[id]/actions';
import { firstGlance, loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { columnOptions } from '@/app/field-options';
import { LiveProgress } from '@/components/import/live-progress';
import { MapStep } from '@/components/import/map-step';
import { startMapping } from '@/components/import/mapping-groups';
import { mergedColumns, NO_EDITS, offerEdits } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { may } from '@/lib/server/actor';
import { getDefiningRight } from '@/lib/server/criteria/get-defining-right';
import { listDamages } from '@/lib/server/imports/list-damages';
import { accept, preview, readConsents } from './actions';

export default async function MapPage({ params }: PageProps<'/imports/[id]/map'>) {
  const detail = await loadForStep((await params).id, 'map');
  const { id, reading, profile, suggestions, mapping, edits, suggestedEdits, rules, institutionRules, recipe } = detail;
  if (!profile || !suggestions) return <LiveProgress first={await firstGlance(detail)} look={glance.bind(null, id)} />;
  // What is asked about values the server answers: their lists stay there.
  const columns = profile.map(({ values, damages: _, digits, ...column }) => column);
  const mayDefine = await show(getDefiningRight);
  const list = mapping ? (edits ?? NO_EDITS) : suggestedEdits;
  const consents = await readConsents(id, startMapping(mapping, suggestions), list);
  const damages = await show((actor) => listDamages(actor, { importId: id }));
  const maySave = await show(async (actor) => may(actor, 'recipe.save'));
  const fields = columnOptions(languageIn(await getLocale()), suggestions);
  return (
    <MapStep
      importId={id}
      {...{ profile: columns, suggestions, mapping, fields, mayDefine }}
      edits={list}
      offers={offerEdits(profile, mergedColumns(reading?.issues ?? []))}
      rules={{ ...institutionRules, ...(mapping ? rules : recipe?.rules) }}
      recipe={recipe}
      saveRecipe={maySave ? saveAsRecipe.bind(null, id) : null}
      accept={accept.bind(null, id)}
      preview={preview.bind(null, id)}
      damages={damages}
      consents={consents.ok ? consents.value : []}
      readConsents={readConsents.bind(null, id)}
    />
  );
}
