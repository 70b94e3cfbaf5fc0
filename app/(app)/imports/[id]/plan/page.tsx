import { getLocale } from 'next-intl/server';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { ChangeGrid } from '@/components/import/change-grid';
import { ConfirmPlan } from '@/components/import/confirm-plan';
import { fieldLabels } from '@/components/import/field-label';
import type { ByKind, ChangeKind, PlanSummary } from '@/components/import/plan-shapes';
import { PlanStep } from '@/components/import/plan-step';
import { PurgedNote } from '@/components/import/purged-note';
import { languageIn } from '@/lib/i18n';
import { getPlan } from '@/lib/server/imports/get-plan';
import { listProblems } from '@/lib/server/imports/list-problems';
import { confirm, loadChanges } from './actions';

/** Old → new first; where nothing is updated, what is new. */
const firstKind = ({ counts }: PlanSummary): ChangeKind => (counts.updated > 0 ? 'update' : counts.created > 0 ? 'create' : 'unchanged');

const sum = ({ individual, structure, relay }: ByKind) => individual + structure + relay;

export default async function PlanPage({ params }: PageProps<'/imports/[id]/plan'>) {
  const { id, state, environment, rules, institutionRules, purgedAt } = await loadForStep((await params).id, 'plan');
  const plan = await show((actor) => getPlan(actor, { importId: id }));
  const problems = await show((actor) => listProblems(actor, { importId: id }));
  const cellsWith = (issue: string) => problems.filter(({ code }) => code === issue).reduce((total, { count }) => total + count, 0);
  const labels = fieldLabels(fieldOptions(languageIn(await getLocale())));
  return (
    <PlanStep
      importId={id}
      plan={plan}
      labels={labels}
      consents={purgedAt === null ? { kept: cellsWith('consent-raise'), undone: cellsWith('consent-raised') } : null}
      rules={{ ...institutionRules, ...rules }}
      confirm={
        state === 'planned' ? (
          <ConfirmPlan
            importId={id}
            environment={environment}
            created={sum(plan.created)}
            updated={sum(plan.updated)}
            leftOut={rules.allOrNothing ? plan.counts.refused + plan.counts.held : 0}
            confirm={confirm.bind(null, id, plan.planHash)}
          />
        ) : (
          <PurgedNote purgedAt={purgedAt} />
        )
      }
      changes={purgedAt === null && <ChangeGrid first={firstKind(plan)} labels={labels} load={loadChanges.bind(null, id)} />}
    />
  );
}
