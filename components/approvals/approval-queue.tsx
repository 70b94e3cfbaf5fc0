'use client';

import { Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { ApprovalState } from '@/components/import/import-shapes';
import { ApprovalStatus } from '@/components/removals/approval-status';
import { OPERATIONS } from '@/components/removals/removal-shapes';
import { Empty } from '@/components/ui/empty';
import { type Environment, EnvironmentBadge } from '@/components/ui/environment-badge';
import { ListPages } from '@/components/ui/list-pages';
import { useAddress } from '@/components/ui/use-address';

/** A request of any institution. Times are ISO texts. */
interface QueuedRequest {
  id: number;
  importId: number;
  institutionId: number;
  institutionName: string;
  environment: Environment;
  state: ApprovalState;
  total: number;
  perOperation: Readonly<Record<string, number>>;
  requesterName: string;
  requestedAt: string;
  runNotBefore: string | null;
}

interface Props {
  show: 'open' | 'ended';
  page: number;
  pageCount: number;
  total: number;
  items: QueuedRequest[];
  open: (institutionId: number, importId: number) => Promise<void>;
}

/** What waits for a decision of staff, or has ended. */
export function ApprovalQueue({ show, page, pageCount, total, items, open }: Props) {
  const t = useTranslations('approval.queue');
  const { change } = useAddress();
  return (
    <Stack gap="lg">
      <SegmentedControl
        aria-label={t('show')}
        value={show}
        onChange={(value) => change({ show: value, page: '' })}
        data={(['open', 'ended'] as const).map((value) => ({ value, label: t(value) }))}
        maw="24rem"
      />
      {items.length === 0 ? <Empty title={t('empty')} text={t('emptyText')} /> : <Requests items={items} open={open} />}
      <ListPages page={page} pageCount={pageCount} counted={t('count', { count: total })} label={t('title')} />
    </Stack>
  );
}

function Requests({ items, open }: Pick<Props, 'items' | 'open'>) {
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {items.map((item) => (
        <Request key={item.id} item={item} open={open} />
      ))}
    </Stack>
  );
}

function Request({ item, open }: { item: QueuedRequest; open: Props['open'] }) {
  const t = useTranslations('approval.queue');
  const names = useTranslations('removals.operations');
  const format = useFormatter();
  const [pending, start] = useTransition();
  const date = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
  const { institutionName, environment, state, perOperation, requesterName, requestedAt, runNotBefore, institutionId, importId } = item;
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} miw="14rem">
          <Group gap="sm">
            <Text fw={600}>{institutionName}</Text>
            <EnvironmentBadge environment={environment} />
          </Group>
          <ApprovalStatus state={state} />
          {state === 'approved' && runNotBefore && <Text c="dimmed">{t('begins', { date: date(runNotBefore) })}</Text>}
        </Stack>
        <div className="figures">
          {OPERATIONS.filter((operation) => (perOperation[operation] ?? 0) > 0).map((operation) => (
            <div key={operation}>
              {names(`${operation}.name`)} <strong>{format.number(perOperation[operation] ?? 0)}</strong>
            </div>
          ))}
        </div>
        <Text c="dimmed">{t('askedBy', { name: requesterName, date: date(requestedAt) })}</Text>
        <Button
          variant="default"
          loading={pending}
          aria-label={t('openIn', { id: importId, name: institutionName })}
          onClick={() => start(() => open(institutionId, importId))}
        >
          {t('look')}
        </Button>
      </Group>
    </Paper>
  );
}
