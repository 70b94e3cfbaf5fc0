'use client';

import { Button, Group, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Answer } from '@/components/ui/answer';
import { Callout } from '@/components/ui/callout';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  importId: number;
  /** Rows that met a changed contact. */
  rows: number;
  replan: () => Promise<Answer<void>>;
}

/** Offers to plan again what met a changed contact; draws nothing where nothing did. */
export function ReplanConflicts({ importId, rows, replan }: Props) {
  const t = useTranslations('result');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  if (rows === 0) return null;
  return (
    <Callout tone="care" icon="warning" title={t('replanTitle', { rows })}>
      <Text mb="sm">{t('replanText')}</Text>
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button variant="default" loading={pending} onClick={() => run(replan, () => router.push(`/imports/${importId}/progress`))}>
          {t('replan', { rows })}
        </Button>
      </Group>
    </Callout>
  );
}
