import { getLocale } from 'next-intl/server';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { fieldLabels } from '@/components/import/field-label';
import { DriftStep } from '@/components/recipes/drift-step';
import { languageIn } from '@/lib/i18n';
import { may } from '@/lib/server/actor';
import { accept, decline } from './actions';

export default async function DriftPage({ params }: PageProps<'/imports/[id]/drift'>) {
  const { id, state, recipe, drift, driftAcceptedAt } = await loadForStep((await params).id, 'drift');
  const mayAccept = await show(async (actor) => may(actor, 'drift.accept'));
  return (
    <DriftStep
      importId={id}
      recipe={recipe}
      findings={drift}
      labels={fieldLabels(fieldOptions(languageIn(await getLocale())))}
      acceptedAt={driftAcceptedAt}
      actions={mayAccept && state === 'read' ? { accept: accept.bind(null, id), decline: decline.bind(null, id) } : null}
    />
  );
}
