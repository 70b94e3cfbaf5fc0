'use client';

import { Button, Group, Radio, RadioGroup, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import type { NumberHolder } from '@/lib/engine';

interface Props {
  structureNumber: NumberHolder;
  /** Null for those who may only look. */
  save: ((structureNumber: NumberHolder) => Promise<Answer<void>>) | null;
}

/** What the institution decides about all its imports. */
export function RulesForm({ structureNumber, save }: Props) {
  const t = useTranslations('settings');
  const [chosen, setChosen] = useState(structureNumber);
  const [saved, setSaved] = useState(false);
  const { pending, refusal, run } = useAnswer();
  const choose = (value: string) => {
    setSaved(false);
    setChosen(value === 'structure' ? 'structure' : 'relay');
  };
  return (
    <Stack>
      <RadioGroup label={t('rules.structureNumber')} description={t('rules.structureNumberAbout')} value={chosen} onChange={choose} readOnly={!save}>
        <Stack gap="xs" mt="sm">
          <Radio value="relay" label={t('rules.relay')} description={t('rules.relayAbout')} disabled={!save} />
          <Radio value="structure" label={t('rules.structure')} description={t('rules.structureAbout')} disabled={!save} />
        </Stack>
      </RadioGroup>
      <RefusalAlert refusal={refusal} />
      {save && (
        <Group>
          <Button
            loading={pending}
            disabled={chosen === structureNumber}
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
