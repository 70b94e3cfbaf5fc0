'use client';

import { Button, Group, NumberInput, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import type { RemovalPolicySettings } from './settings-shapes';

interface Props {
  policy: RemovalPolicySettings;
  /** Null for those who may only look. */
  save: ((policy: RemovalPolicySettings) => Promise<Answer<void>>) | null;
}

/** The least and the most of each number. */
const LIMITS = {
  removalCeilingPercent: [0, 100],
  removalCeilingNumber: [0, 10_000_000],
  coolingOffHours: [0, 720],
  inactiveProspectMonths: [1, 1200],
  inactiveCustomerMonths: [1, 1200],
  inactiveEveryDays: [0, 3650],
} as const;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Under which policy removals are planned, asked for and carried out. */
export function RemovalPolicyForm({ policy, save }: Props) {
  const t = useTranslations('policy');
  const saved = useTranslations('settings')('saved');
  const [chosen, setChosen] = useState(policy);
  const [groups, setGroups] = useState(policy.protectedCriteria.join('\n'));
  const [isSaved, setIsSaved] = useState(false);
  const { pending, refusal, run } = useAnswer();
  const choose = (change: Partial<RemovalPolicySettings>) => {
    setIsSaved(false);
    setChosen((before) => ({ ...before, ...change }));
  };
  const amount = (key: keyof typeof LIMITS, label: string, description: string) => (
    <NumberInput
      {...{ label, description, min: LIMITS[key][0], max: LIMITS[key][1], value: chosen[key], readOnly: !save }}
      clampBehavior="strict"
      allowDecimal={key === 'removalCeilingPercent'}
      maw="30rem"
      onChange={(value) => choose({ [key]: Number(value) })}
    />
  );
  const choice = (key: 'invalidateWithSales' | 'fullWipe', label: string, description: string) =>
    save ? (
      <Switch {...{ label, description, checked: chosen[key] }} onChange={(event) => choose({ [key]: event.currentTarget.checked })} />
    ) : (
      // A switch that cannot be moved is drawn too pale to be read.
      <div>
        <Text>{label}</Text>
        <Status tone="quiet" icon={chosen[key] ? 'done' : 'skipped'}>
          {t(chosen[key] ? 'yes' : 'no')}
        </Status>
      </div>
    );
  return (
    <Stack gap="lg" maw="42rem">
      <Text>{t('staffOnly')}</Text>
      <Title order={3} fz="md">
        {t('ceilings')}
      </Title>
      {amount('removalCeilingPercent', t('percent'), t('percentAbout'))}
      {amount('removalCeilingNumber', t('number'), t('numberAbout'))}
      {amount('coolingOffHours', t('coolingOff'), t('coolingOffAbout'))}
      <Title order={3} fz="md">
        {t('what')}
      </Title>
      {choice('invalidateWithSales', t('invalidateWithSales'), t('invalidateWithSalesAbout'))}
      {choice('fullWipe', t('fullWipe'), t('fullWipeAbout'))}
      <Title order={3} fz="md">
        {t('inactive')}
      </Title>
      {amount('inactiveProspectMonths', t('prospectMonths'), t('prospectMonthsAbout'))}
      {amount('inactiveCustomerMonths', t('customerMonths'), t('customerMonthsAbout'))}
      {amount('inactiveEveryDays', t('everyDays'), t('everyDaysAbout'))}
      <Textarea
        label={t('protected')}
        description={t('protectedAbout')}
        value={groups}
        readOnly={!save}
        onChange={(event) => {
          setIsSaved(false);
          setGroups(event.currentTarget.value);
        }}
        autosize
        minRows={2}
      />
      <RefusalAlert refusal={refusal} />
      {save && (
        <Group>
          <Button
            loading={pending}
            onClick={() =>
              run(
                () => save({ ...chosen, protectedCriteria: lines(groups) }),
                () => setIsSaved(true),
              )
            }
          >
            {t('save')}
          </Button>
          {isSaved && (
            <Status tone="good" icon="done">
              {saved}
            </Status>
          )}
        </Group>
      )}
    </Stack>
  );
}
