'use client';

import { Switch, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';

interface Props {
  customersDefine: boolean;
  set: (customersDefine: boolean) => Promise<Answer<void>>;
}

/** Staff decide whether the institution defines for itself. */
export function PolicySwitch({ customersDefine, set }: Props) {
  const t = useTranslations('criteria.policy');
  const { pending, refusal, run } = useAnswer();
  const [wanted, setWanted] = useState(customersDefine);
  return (
    <section aria-labelledby="policy">
      <Title order={2} id="policy" fz="lg" mb="sm">
        {t('title')}
      </Title>
      <Switch
        label={t('customers')}
        description={t('customersAbout')}
        checked={pending ? wanted : customersDefine}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          setWanted(checked);
          run(() => set(checked));
        }}
      />
      <RefusalAlert refusal={refusal} />
    </section>
  );
}
