'use client';

import { Button, Group, Stack, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Answer } from '@/components/ui/answer';
import { RefusalAlert } from '@/components/ui/refusal-alert';
import { useAnswer } from '@/components/ui/use-answer';
import type { ColumnProfile, ImportRules, Mapping, Suggestion } from '@/lib/engine';
import type { FieldOption } from './field-option';
import { MappingGroupTable } from './mapping-group-table';
import { groupOf, MAPPING_GROUPS, startMapping } from './mapping-groups';
import { MappingSentence } from './mapping-sentence';
import { RuleOptions } from './rule-options';

interface Props {
  importId: number;
  profile: readonly ColumnProfile[];
  suggestions: readonly Suggestion[];
  mapping: Mapping | null;
  fields: readonly FieldOption[];
  /** What was chosen before, or the institution decided. */
  rules: ImportRules;
  mayDefine: boolean;
  accept: (mapping: Mapping, rules: ImportRules) => Promise<Answer<void>>;
}

/** Columns to fields, in three groups by how sure the suggestion is. */
export function MapStep({ importId, profile, suggestions, mapping: accepted, fields, rules: before, mayDefine, accept }: Props) {
  const t = useTranslations('map');
  const router = useRouter();
  const { pending, refusal, run } = useAnswer();
  const [mapping, setMapping] = useState(() => startMapping(accepted, suggestions));
  const [rules, setRules] = useState(before);
  const columns = useMemo(
    () =>
      suggestions.flatMap((suggestion) =>
        profile.filter(({ index }) => index === suggestion.index).map((column) => ({ suggestion, profile: column })),
      ),
    [suggestions, profile],
  );
  const goOn = () =>
    run(
      () => accept(mapping, rules),
      () => router.push(`/imports/${importId}/progress`),
    );
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title order={2}>{t('title')}</Title>
        <MappingSentence mapping={mapping} profile={profile} fields={fields} />
      </Stack>
      {MAPPING_GROUPS.map((group) => (
        <MappingGroupTable
          key={group}
          group={group}
          columns={columns.filter(({ suggestion }) => groupOf(suggestion) === group)}
          mapping={mapping}
          fields={fields}
          choose={(index, field) => setMapping((before) => ({ ...before, [index]: field }))}
        />
      ))}
      <RuleOptions rules={rules} mayDefine={mayDefine} change={setRules} />
      <RefusalAlert refusal={refusal} />
      <Group>
        <Button size="md" loading={pending} onClick={goOn}>
          {t('accept')}
        </Button>
      </Group>
    </Stack>
  );
}
