'use client';

import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FileQualitySection } from '@/components/quality/file-quality-section';
import type { FileQuality, ImportRules } from '@/lib/engine';
import { BucketBar } from './bucket-bar';
import { ChangedFields } from './changed-fields';
import { ConsentSection } from './consent-section';
import { DefinitionSection } from './definition-section';
import type { FieldLabels } from './field-label';
import { PlanRules } from './plan-rules';
import type { PlanSummary } from './plan-shapes';

interface Props {
  importId: number;
  plan: PlanSummary;
  labels: FieldLabels;
  /** Cells that ask for a yes where the person had said no: those that did not get it, and those that did. Null where nobody knows any more. */
  consents: { kept: number; undone: number } | null;
  /** What was chosen for the import, beyond the mapping. */
  rules: ImportRules;
  /** What was settled by a recipe without asking. */
  recognised: ReactNode;
  /** Keeps how the file was mapped under a name. */
  saveRecipe: ReactNode;
  /** Whether the plan waits to be carried out. */
  isOpen: boolean;
  /** The button that carries the plan out; when it has been nothing, or what there is to say. */
  confirm: ReactNode;
  quality: FileQuality | null;
  /** Every change, one by one; nothing when their values are gone. */
  changes: ReactNode;
}

/** What will happen: a sentence, a bar that adds up, what changes, the authorizations, and every change. */
export function PlanStep({ importId, plan, labels, consents, rules, recognised, saveRecipe, isOpen, confirm, quality, changes }: Props) {
  const t = useTranslations('plan');
  const { counts } = plan;
  const rest = counts.rows - counts.created - counts.updated;
  return (
    <Stack gap={40}>
      <Stack gap="sm">
        <Title order={2}>{t('title')}</Title>
        {recognised}
        <Text maw="70ch">
          {t('sentence', { rows: counts.rows, created: counts.created, updated: counts.updated, rest })} {isOpen && t('unwritten')}
        </Text>
        <PlanRules rules={rules} />
        <BucketBar importId={importId} counts={counts} />
        <Group align="flex-start">
          {confirm}
          {saveRecipe}
        </Group>
      </Stack>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing={40}>
        <section>
          <Title order={3} fz="md" mb="xs">
            {t('kinds')}
          </Title>
          {counts.created > 0 && <Text>{t('kindsCreated', plan.created)}</Text>}
          {counts.updated > 0 && <Text>{t('kindsUpdated', plan.updated)}</Text>}
          {counts.created + counts.updated === 0 && <Text>{t('confirmNone')}</Text>}
        </section>
        <ChangedFields
          title={t('fields')}
          lead={t(plan.changedFields.length > 0 ? 'fieldsLead' : 'noFields')}
          fields={plan.changedFields}
          labels={labels}
        />
        {consents && <ConsentSection importId={importId} raised={plan.consentRaised} {...consents} />}
      </SimpleGrid>
      <DefinitionSection definitions={plan.definitions} />
      <FileQualitySection quality={quality} labels={labels} />
      {changes && (
        <section>
          <Title order={3} fz="lg" mb="sm">
            {t('changes')}
          </Title>
          {changes}
        </section>
      )}
    </Stack>
  );
}
