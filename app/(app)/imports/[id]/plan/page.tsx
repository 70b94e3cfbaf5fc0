import { getLocale } from 'next-intl/server';
import { saveAsRecipe } from '@/app/(app)/imports/[id]/actions';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { recognisedNote } from '@/app/(app)/imports/[id]/recognised-note';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { ChangeGrid } from '@/components/import/change-grid';
import { ConfirmPlan } from '@/components/import/confirm-plan';
import { fieldLabels } from '@/components/import/field-label';
import type { ImportKind } from '@/components/import/import-shapes';
import type { ByKind, ChangeKind, PlanSummary } from '@/components/import/plan-shapes';
import { PlanStep } from '@/components/import/plan-step';
import { PurgedNote } from '@/components/import/purged-note';
import { UndoPlan } from '@/components/import/undo-plan';
import { PlannedRecipe } from '@/components/recipes/planned-recipe';
import { languageIn } from '@/lib/i18n';
import { may } from '@/lib/server/actor';
import { getPlan } from '@/lib/server/imports/get-plan';
import { getQuality } from '@/lib/server/imports/get-quality';
import { listProblems } from '@/lib/server/imports/list-problems';
import { confirm, loadChanges } from './actions';
import { RemovalPlanPage } from './removal-plan-page';

const sum = ({ individual, structure, relay }: ByKind) => individual + structure + relay;

const OFFERED: Record<ImportKind, readonly ChangeKind[]> = {
  file: ['create', 'update', 'unchanged'],
  undo: ['remove', 'update', 'unchanged'],
  redo: ['create', 'update', 'unchanged'],
};

/** Old → new first; where nothing is updated, who comes or goes. */
const firstKind = ({ counts }: PlanSummary): ChangeKind =>
  counts.updated > 0 ? 'update' : counts.created > 0 ? 'create' : counts.removed > 0 ? 'remove' : 'unchanged';

export default async function PlanPage({ params }: PageProps<'/imports/[id]/plan'>) {
  const detail = await loadForStep((await params).id, 'plan');
  if (detail.purpose === 'removal' && detail.kind === 'file') return <RemovalPlanPage detail={detail} />;
  const { id, kind, undoes, state, environment, rules, institutionRules, purgedAt, recipe } = detail;
  const plan = await show((actor) => getPlan(actor, { importId: id }));
  const problems = await show((actor) => listProblems(actor, { importId: id }));
  const mayConfirm = await show(async (actor) => may(actor, kind === 'file' ? 'import.confirm' : 'import.undo'));
  const maySave = purgedAt === null && (await show(async (actor) => may(actor, 'recipe.save')));
  const cellsWith = (issue: string) => problems.filter(({ code }) => code === issue).reduce((total, { count }) => total + count, 0);
  const labels = fieldLabels(fieldOptions(languageIn(await getLocale())));
  const touched = { kind, created: sum(plan.created), updated: sum(plan.updated), removed: sum(plan.removed) };
  const leftOut = rules.allOrNothing ? plan.counts.refused + plan.counts.held : null;
  const shared = {
    ...{ importId: id, plan, labels, isOpen: state === 'planned' },
    confirm:
      state === 'planned' ? (
        mayConfirm && (
          <ConfirmPlan
            importId={id}
            environment={environment}
            touched={touched}
            leftOut={leftOut}
            definitions={kind === 'file' ? plan.definitions.length : 0}
            confirm={confirm.bind(null, id, plan.planHash)}
          />
        )
      ) : (
        <PurgedNote purgedAt={purgedAt} />
      ),
    changes: purgedAt === null && (
      <ChangeGrid offered={OFFERED[kind]} first={firstKind(plan)} undo={kind !== 'file'} labels={labels} load={loadChanges.bind(null, id)} />
    ),
  };
  if (kind !== 'file' && undoes !== null) return <UndoPlan {...shared} kind={kind} undoes={undoes} problems={problems} />;
  const { file } = await show((actor) => getQuality(actor, { importId: id }));
  return (
    <PlanStep
      {...shared}
      quality={file}
      consents={purgedAt === null ? { kept: cellsWith('consent-raise'), undone: cellsWith('consent-raised') } : null}
      rules={{ ...institutionRules, ...rules }}
      recognised={recognisedNote(detail)}
      saveRecipe={!recipe?.isPassed && <PlannedRecipe recipe={recipe} save={maySave ? saveAsRecipe.bind(null, id) : null} />}
    />
  );
}
