import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { recognisedNote } from '@/app/(app)/imports/[id]/recognised-note';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { fieldLabels } from '@/components/import/field-label';
import { ProblemsStep } from '@/components/import/problems-step';
import { LetBack } from '@/components/removals/let-back';
import { BUCKETS } from '@/lib/engine';
import { languageIn } from '@/lib/i18n';
import { may } from '@/lib/server/actor';
import { getPlan } from '@/lib/server/imports/get-plan';
import { listProblems } from '@/lib/server/imports/list-problems';
import { letBack, loadRows } from './actions';

const wanted = z.object({
  bucket: z.enum(BUCKETS).optional().catch(undefined),
  issue: z.string().optional().catch(undefined),
});

export default async function ProblemsPage({ params, searchParams }: PageProps<'/imports/[id]/problems'>) {
  const detail = await loadForStep((await params).id, 'problems');
  const { id, kind, purpose, state, reading } = detail;
  const { bucket, issue } = wanted.parse(await searchParams);
  const { counts } = await show((actor) => getPlan(actor, { importId: id }));
  const problems = await show((actor) => listProblems(actor, { importId: id }));
  const erased = problems.find(({ code }) => code === 'erased-person')?.count ?? 0;
  const isOpen = erased > 0 && state === 'planned' && kind === 'file' && purpose === 'change';
  const mayLetBack = isOpen && (await show(async (actor) => may(actor, 'erased.override')));
  return (
    <ProblemsStep
      key={`${bucket} ${issue}`}
      importId={id}
      undo={kind !== 'file'}
      header={reading?.header ?? []}
      labels={fieldLabels(fieldOptions(languageIn(await getLocale())))}
      counts={counts}
      problems={problems}
      first={{ bucket, issueCode: issue }}
      planAhead={state === 'planned'}
      recognised={recognisedNote(detail)}
      load={loadRows.bind(null, id)}
    >
      {mayLetBack && <LetBack rows={erased} letBack={letBack.bind(null, id)} />}
    </ProblemsStep>
  );
}
