'use client';

import { Checkbox, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ImportRules } from '@/lib/engine';

interface Props {
  rules: ImportRules;
  /** Whether the person may define criteria: others are not offered it. */
  mayDefine: boolean;
  change: (rules: ImportRules) => void;
}

/** What can be chosen for one import beyond the mapping. */
export function RuleOptions({ rules, mayDefine, change }: Props) {
  const t = useTranslations('map.options');
  return (
    <Stack component="section" gap="md" maw="70ch" aria-labelledby="options">
      <Title order={3} id="options" fz="md">
        {t('title')}
      </Title>
      <Checkbox
        label={t('lenient')}
        description={t('lenientAbout')}
        checked={rules.lenient ?? false}
        onChange={(event) => change({ ...rules, lenient: event.currentTarget.checked || undefined })}
      />
      {mayDefine && (
        <Checkbox
          label={t('defineUnknown')}
          description={t('defineUnknownAbout')}
          checked={rules.defineUnknown ?? false}
          onChange={(event) => change({ ...rules, defineUnknown: event.currentTarget.checked || undefined })}
        />
      )}
      <Checkbox
        label={t('allOrNothing')}
        description={t('allOrNothingAbout')}
        checked={rules.allOrNothing ?? false}
        onChange={(event) => change({ ...rules, allOrNothing: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={t('raiseConsents')}
        description={t('raiseConsentsAbout')}
        checked={rules.raiseConsents !== undefined}
        onChange={(event) => change({ ...rules, raiseConsents: event.currentTarget.checked ? { source: '' } : undefined })}
      />
      {rules.raiseConsents && (
        <TextInput
          label={t('source')}
          description={t('sourceAbout')}
          required
          maxLength={200}
          value={rules.raiseConsents.source}
          onChange={(event) => change({ ...rules, raiseConsents: { source: event.currentTarget.value } })}
        />
      )}
      <NativeSelect
        label={t('structureNumber')}
        description={t('structureNumberAbout')}
        value={rules.structureNumber ?? 'relay'}
        data={(['relay', 'structure'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(event) => change({ ...rules, structureNumber: event.currentTarget.value === 'structure' ? 'structure' : 'relay' })}
      />
    </Stack>
  );
}
