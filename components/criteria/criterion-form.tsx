'use client';

import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { Status } from '@/components/ui/status';
import { useAnswer } from '@/components/ui/use-answer';
import { type DefinedCriterion, hasValues } from '@/lib/engine';
import { AboutFields } from './about-fields';
import type { TypedCriterion } from './criteria-shapes';
import type { RetireActions } from './retire-button';
import { ValueEditor } from './value-editor';

interface Props {
  /** Null for a new one. */
  criterion: DefinedCriterion | null;
  /** Null for those who may only look. */
  actions: (RetireActions & { save: (typed: TypedCriterion) => Promise<Answer<void>> }) | null;
}

const NEW: TypedCriterion = {
  ...{ code: '', isNew: true, name: '', labels: {}, scope: 'BOTH', type: 'single' },
  ...{ mandatory: false, centralised: true, internet: 'NONE', section: '', values: [] },
};

function typedOf({ retired: _, values, ...about }: DefinedCriterion): TypedCriterion {
  return { ...about, isNew: false, values: values.map(({ value, labels, rank }) => ({ value, labels, rank })) };
}

/** Everything about a criterion, saved in one go. */
export function CriterionForm({ criterion, actions }: Props) {
  const t = useTranslations('criteria');
  const router = useRouter();
  const [typed, setTyped] = useState(() => (criterion ? typedOf(criterion) : NEW));
  const [saved, setSaved] = useState(false);
  const { pending, refusal, run } = useAnswer();
  const change = (changed: Partial<TypedCriterion>) => {
    setSaved(false);
    setTyped((before) => ({ ...before, ...changed }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!actions) return;
    const values = hasValues(typed.type) ? typed.values.map((value, at) => ({ ...value, rank: at + 1 })) : [];
    run(
      () => actions.save({ ...typed, values }),
      () => (typed.isNew ? router.push(`/criteria/criterion/${encodeURIComponent(typed.code.trim())}`) : setSaved(true)),
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xl">
        <Fieldset variant="unstyled" disabled={!actions}>
          <AboutFields typed={typed} change={change} />
        </Fieldset>
        {hasValues(typed.type) && (
          <ValueEditor
            code={typed.code}
            values={typed.values}
            stored={criterion?.values ?? []}
            change={(values) => change({ values })}
            actions={actions}
          />
        )}
        <RefusalAlert refusal={refusal} />
        {actions && (
          <Group>
            <Button type="submit" size="md" loading={pending}>
              {t(typed.isNew ? 'create' : 'save')}
            </Button>
            {saved && (
              <Status tone="good" icon="done">
                {t('saved')}
              </Status>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
