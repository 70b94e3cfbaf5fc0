'use client';

import { Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { Environment } from '@/components/ui/environment-badge';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { BlockerList } from './blocker-list';
import { ForEver } from './for-ever';
import { OperationTable } from './operation-table';
import type { ApprovalDetail } from './removal-shapes';

interface Props {
  importId: number;
  environment: Environment;
  approval: ApprovalDetail;
  isAboveCeiling: boolean;
}

/** The plan as the requester saw it, and what is no longer so. */
export function SeenPlan({ importId, environment, approval: { plan, since }, isAboveCeiling }: Props) {
  const t = useTranslations('approval');
  const plans = useTranslations('removals.plan');
  const place = useTranslations('ui.environments')(environment);
  const format = useFormatter();
  const share = format.number(plan.shareOfBase, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Stack component="section" gap="md">
      <Stack gap={4}>
        <Title order={3} fz="lg">
          {t('seen')}
        </Title>
        <Text c="dimmed">{t('seenLead')}</Text>
      </Stack>
      <OperationTable label={t('seen')} perOperation={plan.perOperation} />
      <Text>{plans('share', { environment: place, share })}</Text>
      <ForEver figures={plan} />
      <Title order={4} fz="md">
        {plans('blockers')}
      </Title>
      <BlockerList importId={importId} blockers={plan.blockers} />
      <div>
        <TextLink href={`/imports/${importId}/plan`}>{t('seePlan')}</TextLink>
      </div>
      {since && (
        <>
          <Title order={4} fz="md">
            {t('since')}
          </Title>
          <Since since={since} isAboveCeiling={isAboveCeiling} />
        </>
      )}
    </Stack>
  );
}

function Since({
  since: { contactsChanged, standingChanged },
  isAboveCeiling,
}: {
  since: NonNullable<ApprovalDetail['since']>;
  isAboveCeiling: boolean;
}) {
  const t = useTranslations('approval');
  if (contactsChanged + standingChanged === 0 && !isAboveCeiling)
    return (
      <Status tone="good" icon="done">
        {t('sinceNothing')}
      </Status>
    );
  return (
    <Callout tone="care" icon="warning">
      {contactsChanged > 0 && <div>{t('sinceContacts', { count: contactsChanged })}</div>}
      {standingChanged > 0 && <div>{t('sinceStanding', { count: standingChanged })}</div>}
      {isAboveCeiling && <div>{t('sinceCeiling')}</div>}
    </Callout>
  );
}
