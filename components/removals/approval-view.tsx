'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import type { Environment } from '@/components/ui/environment-badge';
import { LinkButton } from '@/components/ui/link-button';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import { AnswerForm } from './answer-form';
import { ApprovalStatus } from './approval-status';
import { type Deciding, Decision } from './decision';
import { Messages } from './messages';
import type { ApprovalDetail } from './removal-shapes';
import { SeenPlan } from './seen-plan';
import { WaitingRun } from './waiting-run';

interface Props extends Deciding {
  importId: number;
  environment: Environment;
  approval: ApprovalDetail;
  /** Between a yes and the run. */
  hours: number;
  /** Whether the plan is above the limits as they are now. */
  isAboveCeiling: boolean;
  answer: (text: string) => Promise<Answer<void>>;
  withdraw: () => Promise<Answer<void>>;
  cancel: () => Promise<Answer<void>>;
}

/** A request for approval: where it stands, what can be done, and the plan as it was asked for beside what has changed since. */
export function ApprovalView({ importId, environment, approval, hours, isAboveCeiling, answer, withdraw, cancel, ...deciding }: Props) {
  const t = useTranslations('approval');
  const { state, basis, reason, plan, possible, messages, runNotBefore } = approval;
  return (
    <Stack gap="xl" maw="60rem">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <ApprovalStatus state={state} />
        <Who approval={approval} />
        <Text>{t('onGround', { basis: t(`bases.${basis}`) })}</Text>
        <Text style={{ overflowWrap: 'anywhere' }}>{t('because', { reason })}</Text>
      </Stack>
      {state === 'approved' && runNotBefore && <WaitingRun runNotBefore={runNotBefore} cancel={possible.cancel ? cancel : null} />}
      <Ended importId={importId} approval={approval} />
      <Messages messages={messages} />
      {possible.answer && <AnswerForm answer={answer} />}
      {possible.isOwn && (
        <Callout tone="care" icon="note">
          {t('decide.own')}
        </Callout>
      )}
      <SeenPlan {...{ importId, environment, approval, isAboveCeiling }} />
      {possible.decide && <Decision {...{ environment, plan, hours }} {...deciding} />}
      {possible.withdraw && <Withdraw withdraw={withdraw} />}
    </Stack>
  );
}

function Who({ approval: { requesterName, requestedAt, deciderName, decidedAt, state } }: Pick<Props, 'approval'>) {
  const t = useTranslations('approval');
  const format = useFormatter();
  const date = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <Text>{t('by', { name: requesterName, date: date(requestedAt) })}</Text>
      {deciderName && decidedAt && <Text>{t(state === 'refused' ? 'refusedBy' : 'approvedBy', { name: deciderName, date: date(decidedAt) })}</Text>}
    </>
  );
}

const REASONS = ['plan-changed', 'approver-lost-role'] as const;

/** What came of a request that has ended. */
function Ended({ importId, approval: { state, endReason } }: Pick<Props, 'importId' | 'approval'>) {
  const t = useTranslations('approval.ended');
  const result = useTranslations('removals.plan');
  if (state === 'run')
    return (
      <Stack gap="sm">
        <Text>{t('run')}</Text>
        <Group>
          <LinkButton href={`/imports/${importId}`}>{result('toResult')}</LinkButton>
        </Group>
      </Stack>
    );
  if (state === 'refused' || state === 'withdrawn' || state === 'cancelled') return <Text>{t(state)}</Text>;
  if (state !== 'stale') return null;
  return (
    <Callout tone="care" icon="warning">
      {t(REASONS.find((reason) => reason === endReason) ?? 'stale')}
    </Callout>
  );
}

function Withdraw({ withdraw }: Pick<Props, 'withdraw'>) {
  const t = useTranslations('approval');
  const { pending, refusal, run } = useAnswer();
  return (
    <Stack gap="sm">
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button variant="default" loading={pending} onClick={() => run(withdraw)}>
          {t('withdraw')}
        </Button>
      </Group>
    </Stack>
  );
}
