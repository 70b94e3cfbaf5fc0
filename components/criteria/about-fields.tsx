'use client';

import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CODE_LENGTH, CRITERION_SCOPES, CRITERION_TYPES, INTERNET_USES } from '@/lib/engine';
import type { TypedCriterion } from './criteria-shapes';

interface Props {
  typed: TypedCriterion;
  change: (changed: Partial<TypedCriterion>) => void;
}

/** What a criterion is called, whom it is for, and what it holds. */
export function AboutFields({ typed, change }: Props) {
  const t = useTranslations('criteria');
  return (
    <Stack gap="md" maw={720}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('columns.code')}
          description={t('codeAbout')}
          required={typed.isNew}
          readOnly={!typed.isNew}
          maxLength={CODE_LENGTH}
          value={typed.code}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
        <TextInput
          label={t('columns.name')}
          description={t('nameAbout')}
          required
          maxLength={200}
          value={typed.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {(['en', 'fr'] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`labels.${language}`)}
            maxLength={200}
            value={typed.labels[language] ?? ''}
            onChange={(event) => change({ labels: { ...typed.labels, [language]: event.currentTarget.value } })}
          />
        ))}
        <Choice label="type" values={CRITERION_TYPES} value={typed.type} choose={(type) => change({ type })} text={(value) => t(`types.${value}`)} />
        <Choice
          label="scope"
          values={CRITERION_SCOPES}
          value={typed.scope}
          choose={(scope) => change({ scope })}
          text={(value) => t(`scopes.${value}`)}
        />
        <Choice
          label="internet"
          values={INTERNET_USES}
          value={typed.internet}
          choose={(internet) => change({ internet })}
          text={(value) => t(`internet.${value}`)}
        />
        <TextInput
          label={t('columns.section')}
          description={t('sectionAbout')}
          maxLength={200}
          value={typed.section}
          onChange={(event) => change({ section: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Checkbox
        label={t('mandatory')}
        description={t('mandatoryAbout')}
        checked={typed.mandatory}
        onChange={(event) => change({ mandatory: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('centralised')}
        description={t('centralisedAbout')}
        checked={typed.centralised}
        onChange={(event) => change({ centralised: event.currentTarget.checked })}
      />
    </Stack>
  );
}

interface ChoiceProps<Value extends string> {
  label: 'type' | 'scope' | 'internet';
  values: readonly Value[];
  value: Value;
  choose: (value: Value) => void;
  text: (value: Value) => string;
}

function Choice<Value extends string>({ label, values, value, choose, text }: ChoiceProps<Value>) {
  const t = useTranslations('criteria');
  return (
    <NativeSelect
      label={t(`columns.${label}`)}
      description={t(`${label}About`)}
      value={value}
      data={values.map((each) => ({ value: each, label: text(each) }))}
      onChange={(event) => choose(event.currentTarget.value as Value)}
    />
  );
}
