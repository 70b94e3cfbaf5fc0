import { getLocale } from 'next-intl/server';
import { show } from '@/app/acting';
import { fieldOptions } from '@/app/field-options';
import { ChangeGrid } from '@/components/import/change-grid';
import { fieldLabels } from '@/components/import/field-label';
import type { ImportDetail } from '@/components/import/import-shapes';
import type { ChangeKind } from '@/components/import/plan-shapes';
import { PurgedNote } from '@/components/import/purged-note';
import { isAsked } from '@/components/import/steps';
import { RemovalPlan } from '@/components/removals/removal-plan';
import { languageIn } from '@/lib/i18n';
import { getPlan } from '@/lib/server/imports/get-plan';
import { getRemovalSummary } from '@/lib/server/removals/get-removal-summary';
import { loadChanges } from './actions';

const OFFERED: readonly ChangeKind[] = ['update', 'remove', 'unchanged'];

/** The plan of an import that removes. */
export async function RemovalPlanPage({ detail: { id, environment, state, approval, purgedAt, inactiveRule } }: { detail: ImportDetail }) {
  const { counts } = await show((actor) => getPlan(actor, { importId: id }));
  const summary = await show((actor) => getRemovalSummary(actor, { importId: id }));
  const labels = fieldLabels(fieldOptions(languageIn(await getLocale())));
  const first = counts.updated > 0 || counts.removed === 0 ? 'update' : 'remove';
  return (
    <>
      <PurgedNote purgedAt={purgedAt} />
      <RemovalPlan
        {...{ importId: id, environment, counts, summary, inactiveRule }}
        isOpen={state === 'planned'}
        isAsked={isAsked(approval)}
        changes={purgedAt === null && <ChangeGrid offered={OFFERED} first={first} undo={false} labels={labels} load={loadChanges.bind(null, id)} />}
      />
    </>
  );
}
