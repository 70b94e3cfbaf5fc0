'use client';

import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { BucketBar } from './bucket-bar';
import { ChangedFields } from './changed-fields';
import type { FieldLabels } from './field-label';
import type { ImportKind } from './import-shapes';
import { KeptCauses } from './kept-causes';
import type { ByKind, PlanSummary } from './plan-shapes';
import type { Problem } from './problem-shapes';

interface Props {
  importId: number;
  kind: Exclude<ImportKind, 'file'>;
  /** The import that is taken back. */
  undoes: number;
  plan: PlanSummary;
  labels: FieldLabels;
  /** Why something is kept. */
  problems: readonly Problem[];
  /** Whether the plan waits to be carried out. */
  isOpen: boolean;
  /** The button that carries the plan out; nothing when it has been. */
  confirm: ReactNode;
  /** Every change, one by one. */
  changes: ReactNode;
}

const sum = ({ individual, structure, relay }: ByKind) => individual + structure + relay;

/** What an undo will take back: a sentence, a bar that adds up, what goes back, what is kept and why, and every change. */
export function UndoPlan({ importId, kind, undoes, plan, labels, problems, isOpen, confirm, changes }: Props) {
  const t = useTranslations('undo');
  const ofPlan = useTranslations('plan');
  const { counts, created, updated, removed } = plan;
  const told = { rows: counts.rows, updated: counts.updated, kept: counts.held };
  return (
    <Stack gap={40}>
      <Stack gap="sm">
        <Title order={2}>{t(kind === 'undo' ? 'planTitle' : 'planTitleRedo')}</Title>
        <Text maw="70ch">
          {kind === 'undo' ? t('sentence', { ...told, removed: counts.removed }) : t('sentenceRedo', { ...told, created: counts.created })}{' '}
          {isOpen && ofPlan('unwritten')}
        </Text>
        <div>
          <TextLink href={`/imports/${undoes}`}>{t('seeUndone')}</TextLink>
        </div>
        <BucketBar importId={importId} counts={counts} />
        <div>{confirm}</div>
      </Stack>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing={40}>
        <Contacts created={created} updated={updated} removed={removed} />
        <ChangedFields
          title={t('fieldsBack')}
          lead={t(plan.changedFields.length > 0 ? 'fieldsBackLead' : 'noFieldsBack')}
          fields={plan.changedFields}
          labels={labels}
        />
        <Stack gap="md">
          <KeptCauses importId={importId} problems={problems} />
          {plan.definitions.length > 0 && (
            <Status tone="quiet" icon="note">
              {t(kind === 'undo' ? 'definitions' : 'definitionsRedo', { count: plan.definitions.length })}
            </Status>
          )}
          {plan.consentRaised > 0 && (
            <Status tone="busy" icon="updated">
              {t('consents', { count: plan.consentRaised })}
            </Status>
          )}
        </Stack>
      </SimpleGrid>
      <section>
        <Title order={3} fz="lg" mb="sm">
          {ofPlan('changes')}
        </Title>
        {changes}
      </section>
    </Stack>
  );
}

function Contacts({ created, updated, removed }: Pick<PlanSummary, 'created' | 'updated' | 'removed'>) {
  const t = useTranslations('undo');
  const plan = useTranslations('plan');
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {plan('kinds')}
      </Title>
      {sum(created) > 0 && <Text>{t('createdKinds', { kinds: t('kinds', created) })}</Text>}
      {sum(removed) > 0 && <Text>{t('removedKinds', { kinds: t('kinds', removed) })}</Text>}
      {sum(updated) > 0 && <Text>{t('updatedKinds', { kinds: t('kinds', updated) })}</Text>}
      {sum(created) + sum(removed) + sum(updated) === 0 && <Text>{plan('confirmNone')}</Text>}
    </section>
  );
}
