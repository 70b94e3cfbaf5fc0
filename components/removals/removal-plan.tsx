'use client';

import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BucketBar } from '@/components/import/bucket-bar';
import type { ImportCounts, InactiveRule } from '@/components/import/import-shapes';
import { Callout } from '@/components/ui/callout';
import type { Environment } from '@/components/ui/environment-badge';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import { BlockerList } from './blocker-list';
import { ForEver } from './for-ever';
import { OperationTable } from './operation-table';
import type { RemovalSummary } from './removal-shapes';

interface Props {
  importId: number;
  environment: Environment;
  counts: ImportCounts;
  summary: RemovalSummary;
  inactiveRule: InactiveRule | null;
  /** Whether the plan waits to be asked for or carried out. */
  isOpen: boolean;
  /** Whether somebody has asked for it. */
  isAsked: boolean;
  /** Every change, one by one. */
  changes: ReactNode;
}

/** What a removal would do: whom it hits, what goes for ever, what holds rows back, whether it stays within the limits, and the way on. */
export function RemovalPlan({ importId, environment, counts, summary, inactiveRule, isOpen, isAsked, changes }: Props) {
  const t = useTranslations('removals.plan');
  const plan = useTranslations('plan');
  const place = useTranslations('ui.environments')(environment);
  const format = useFormatter();
  const { total, shareOfBase, ceiling, organizations, perOperation, blockers } = summary;
  const share = format.number(shareOfBase, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Stack gap={40}>
      <Stack gap="sm">
        <Title order={2}>{t('title')}</Title>
        <Text maw="70ch">
          {t('sentence', { rows: counts.rows, total, share, environment: place, held: counts.held })} {isOpen && t('simulation')}
        </Text>
        {inactiveRule && <ByRule rule={inactiveRule} />}
        {organizations > 1 && total > 0 && <Text>{t('allOrganizations', { count: organizations })}</Text>}
        <BucketBar importId={importId} counts={counts} />
        <ForEver figures={summary} />
        {isOpen && <Way importId={importId} summary={summary} isAsked={isAsked} />}
      </Stack>
      {total > 0 && <OperationTable label={t('title')} perOperation={perOperation} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={40}>
        <section>
          <Title order={3} fz="md" mb="xs">
            {t('blockers')}
          </Title>
          {blockers.length > 0 && (
            <Text c="dimmed" mb="xs">
              {t('blockersLead')}
            </Text>
          )}
          <BlockerList importId={importId} blockers={blockers} />
        </section>
        <section>
          <Title order={3} fz="md" mb="xs">
            {t('limits')}
          </Title>
          <Text>{t('share', { environment: place, share })}</Text>
          <Text mb="xs">{t('ceiling', { percent: ceiling.percent, number: ceiling.number })}</Text>
          <Status tone={ceiling.exceeded ? 'bad' : 'good'} icon={ceiling.exceeded ? 'refused' : 'done'}>
            {t(ceiling.exceeded ? 'aboveCeiling' : 'withinCeiling')}
          </Status>
        </section>
      </SimpleGrid>
      {changes && (
        <section>
          <Title order={3} fz="lg" mb="sm">
            {plan('changes')}
          </Title>
          {changes}
        </section>
      )}
    </Stack>
  );
}

function ByRule({ rule: { prospectMonths, customerMonths, asOf } }: { rule: InactiveRule }) {
  const t = useTranslations('removals');
  const format = useFormatter();
  return <Text maw="70ch">{t('byRule', { date: format.dateTime(new Date(asOf), { dateStyle: 'long' }), prospectMonths, customerMonths })}</Text>;
}

/** The way on from the plan, or why there is none. */
function Way({ importId, summary: { total, ceiling }, isAsked }: Pick<Props, 'importId' | 'summary' | 'isAsked'>) {
  const t = useTranslations('removals.plan');
  if (total === 0) return <Text>{t('nothing')}</Text>;
  if (ceiling.exceeded && !isAsked)
    return (
      <Callout tone="bad" icon="refused" title={t('aboveCeiling')}>
        {t('aboveText')}
      </Callout>
    );
  return (
    <Group>
      <LinkButton size="md" href={`/imports/${importId}/approval`}>
        {t(isAsked ? 'toRequest' : 'next')}
      </LinkButton>
    </Group>
  );
}
