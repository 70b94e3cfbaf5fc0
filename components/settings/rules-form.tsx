'use client';

import { Button, Group, NumberInput, Radio, RadioGroup, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import type { InstitutionRules } from './settings-shapes';

interface Props {
  rules: InstitutionRules;
  /** Null for those who may only look. */
  save: ((rules: InstitutionRules) => Promise<Answer<void>>) | null;
}

/** What the institution decides about all its imports. */
export function RulesForm({ rules, save }: Props) {
  const t = useTranslations('settings');
  const [chosen, setChosen] = useState(rules);
  const [saved, setSaved] = useState(false);
  const { pending, refusal, run } = useAnswer();
  const { structureNumber, retentionDays } = chosen;
  const choose = (change: Partial<InstitutionRules>) => {
    setSaved(false);
    setChosen((before) => ({ ...before, ...change }));
  };
  return (
    <Stack>
      <RadioGroup
        label={t('rules.structureNumber')}
        description={t('rules.structureNumberAbout')}
        value={structureNumber}
        onChange={(value) => choose({ structureNumber: value === 'structure' ? 'structure' : 'relay' })}
        readOnly={!save}
      >
        <Stack gap="xs" mt="sm">
          <Radio value="relay" label={t('rules.relay')} description={t('rules.relayAbout')} disabled={!save} />
          <Radio value="structure" label={t('rules.structure')} description={t('rules.structureAbout')} disabled={!save} />
        </Stack>
      </RadioGroup>
      <NumberInput
        maw="30rem"
        label={t('rules.retention')}
        description={t('rules.retentionAbout')}
        min={1}
        max={3650}
        clampBehavior="strict"
        allowDecimal={false}
        value={retentionDays}
        onChange={(value) => choose({ retentionDays: Number(value) })}
        readOnly={!save}
      />
      <RefusalAlert refusal={refusal} />
      {save && (
        <Group>
          <Button
            loading={pending}
            disabled={retentionDays < 1 || (structureNumber === rules.structureNumber && retentionDays === rules.retentionDays)}
            onClick={() =>
              run(
                () => save(chosen),
                () => setSaved(true),
              )
            }
          >
            {t('rules.save')}
          </Button>
          {saved && (
            <Status tone="good" icon="done">
              {t('saved')}
            </Status>
          )}
        </Group>
      )}
    </Stack>
  );
}
