import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { recognisedNote } from '@/app/(app)/imports/[id]/recognised-note';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { fieldLabels } from '@/components/import/field-label';
import { ProblemsStep } from '@/components/import/problems-step';
import { BUCKETS } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { getPlan } from '@/lib/server/imports/get-plan';
import { listProblems } from '@/lib/server/imports/list-problems';
import { loadRows } from './actions';

const wanted = z.object({
  bucket: z.enum(BUCKETS).optional().catch(undefined),
  issue: z.string().optional().catch(undefined),
});

export default async function ProblemsPage({ params, searchParams }: PageProps<'/imports/[id]/problems'>) {
  const detail = await loadForStep((await params).id, 'problems');
  const { id, kind, state, reading } = detail;
  const { bucket, issue } = wanted.parse(await searchParams);
  const { counts } = await show((actor) => getPlan(actor, { importId: id }));
  return (
    <ProblemsStep
      key={`${bucket} ${issue}`}
      importId={id}
      undo={kind !== 'file'}
      header={reading?.header ?? []}
      labels={fieldLabels(fieldOptions(languageIn(await getLocale())))}
      counts={counts}
      problems={await show((actor) => listProblems(actor, { importId: id }))}
      first={{ bucket, issueCode: issue }}
      planAhead={state === 'planned'}
      recognised={recognisedNote(detail)}
      load={loadRows.bind(null, id)}
    />
  );
}
