'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { InactiveRule } from '@/components/import/import-shapes';
import type { Answer } from '@/components/ui/answer';
import type { Environment } from '@/components/ui/environment-badge';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  rule: Pick<InactiveRule, 'prospectMonths' | 'customerMonths'>;
  /** 0: only when asked for. */
  everyDays: number;
  /** Null for those who may not. */
  simulate: ((environment: Environment) => Promise<Answer<{ importId: number }>>) | null;
}

/** Who counts as inactive, and the simulation of their removal. */
export function InactivePeople({ rule: { prospectMonths, customerMonths }, everyDays, simulate }: Props) {
  const t = useTranslations('removals');
  const places = useTranslations('ui.environments');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  return (
    <Stack component="section" gap="sm" mt={40}>
      <Title order={2}>{t('ruleTitle')}</Title>
      <Text maw="70ch">{t('ruleText', { prospectMonths, customerMonths })}</Text>
      <Text c="dimmed">{t('ruleSchedule', { days: everyDays })}</Text>
      <RefusalAlert refusal={refusal} />
      {simulate && (
        <Group>
          {(['PP', 'P'] as const).map((environment) => (
            <Button
              key={environment}
              variant="default"
              loading={pending}
              onClick={() =>
                run(
                  () => simulate(environment),
                  ({ importId }) => router.push(`/imports/${importId}`),
                )
              }
            >
              {t('ruleSimulate', { environment: places(environment) })}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
