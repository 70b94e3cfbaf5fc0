import { Stack, Text } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { loadForStep } from '@/app/(app)/imports/[id]/load-import';
import { show } from '@/app/acting';
import { isAsked } from '@/components/import/steps';
import { ApprovalView } from '@/components/removals/approval-view';
import { ForEver } from '@/components/removals/for-ever';
import type { RemovalSummary } from '@/components/removals/removal-shapes';
import { RequestForm } from '@/components/removals/request-form';
import { may } from '@/lib/server/actor';
import { getApproval } from '@/lib/server/approvals/get-approval';
import { proofOf } from '@/lib/server/approvals/request-approval';
import { currentSession } from '@/lib/server/auth/current-session';
import { getSettings } from '@/lib/server/institutions/get-settings';
import { COOLING_OFF_HOURS } from '@/lib/server/institutions/settings';
import { getRemovalSummary } from '@/lib/server/removals/get-removal-summary';
import { approve, ask, cancelApproved, refuse, reply, request, withdraw } from './actions';

export default async function ApprovalPage({ params }: PageProps<'/imports/[id]/approval'>) {
  const { id: importId, environment, state, planHash } = await loadForStep((await params).id, 'approval');
  const approval = await show((actor) => getApproval(actor, { importId }));
  const summary = await show((actor) => getRemovalSummary(actor, { importId }));
  const hours = (await show((actor) => getSettings(actor))).coolingOffHours ?? COOLING_OFF_HOURS;
  const shown = approval && { importId, approvalId: approval.id, planHash: approval.planHash };
  const canBeAsked = state === 'planned' && planHash !== null && !isAsked(approval?.state ?? null);
  return (
    <Stack gap={40}>
      {approval && shown && (
        <ApprovalView
          {...{ importId, environment, approval, hours }}
          isAboveCeiling={summary.ceiling.exceeded}
          approve={approve.bind(null, shown)}
          refuse={refuse.bind(null, shown)}
          ask={ask.bind(null, shown)}
          answer={reply.bind(null, shown)}
          withdraw={withdraw.bind(null, shown)}
          cancel={cancelApproved.bind(null, shown)}
        />
      )}
      {canBeAsked && <Asking importId={importId} planHash={planHash} summary={summary} isAgain={approval !== null} />}
    </Stack>
  );
}

interface Props {
  importId: number;
  planHash: string;
  summary: RemovalSummary;
  isAgain: boolean;
}

/** The form that asks for the removal, or why it cannot be asked for. */
async function Asking({ importId, planHash, summary, isAgain }: Props) {
  const t = await getTranslations('approval.request');
  const plans = await getTranslations('removals.plan');
  const mayRequest = await show(async (actor) => may(actor, 'removal.request'));
  const { total, ceiling } = summary;
  if (total === 0) return <Text>{plans('nothing')}</Text>;
  if (ceiling.exceeded) return <Text maw="70ch">{plans('aboveText')}</Text>;
  if (!mayRequest) return <Text>{t('forManagers')}</Text>;
  const code = (await currentSession())?.institution?.code ?? '';
  return (
    <Stack gap="lg">
      {isAgain && <Text>{t('again')}</Text>}
      <ForEver figures={summary} />
      <RequestForm total={total} proof={proofOf(total, code)} request={request.bind(null, importId, planHash)} />
    </Stack>
  );
}
