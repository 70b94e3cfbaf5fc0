'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import type { ChainState } from './audit-shapes';

/** Follows the chain of the trail on demand and says whether it holds. */
export function ChainCheck({ check }: { check: () => Promise<Answer<ChainState>> }) {
  const t = useTranslations('audit');
  const [state, setState] = useState<ChainState | null>(null);
  const { pending, refusal, run } = useAnswer();
  return (
    <Stack gap="xs" mb="xl">
      <Group>
        <Button variant="default" loading={pending} onClick={() => run(check, setState)}>
          {t('check')}
        </Button>
        <div role="status">{state && <Verdict state={state} />}</div>
      </Group>
      {state?.head && (
        <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('head', { hash: state.head.hash })}
        </Text>
      )}
      <RefusalAlert refusal={refusal} />
    </Stack>
  );
}

function Verdict({ state: { events, head, misfits } }: { state: ChainState }) {
  const t = useTranslations('audit');
  if (misfits > 0)
    return (
      <Status tone="bad" icon="warning">
        {t('broken', { count: misfits })}
      </Status>
    );
  return (
    <Status tone="good" icon="done">
      {head ? t('holds', { count: events, place: head.place }) : t('empty')}
    </Status>
  );
}
