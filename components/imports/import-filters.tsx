'use client';

import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { IMPORT_STATES } from '@/components/import/import-shapes';
import { useAddress } from '@/components/ui/use-address';

interface Props {
  search: string;
  state: string;
  environment: string;
}

/** Filters of the history. They live in the address, so that a filtered list can be sent to a colleague. */
export function ImportFilters({ search, state, environment }: Props) {
  const t = useTranslations();
  const { change, changeSoon } = useAddress();
  const all = { value: '', label: t('ui.all') };
  return (
    <Group gap="md" align="flex-end" mb="lg">
      <TextInput
        label={t('imports.search')}
        type="search"
        defaultValue={search}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => changeSoon({ search: event.currentTarget.value, page: '' })}
        w={{ base: '100%', xs: 280 }}
      />
      <NativeSelect
        label={t('imports.state')}
        value={state}
        data={[all, ...IMPORT_STATES.map((value) => ({ value, label: t(`ui.states.${value}`) }))]}
        onChange={(event) => change({ state: event.currentTarget.value, page: '' })}
      />
      <NativeSelect
        label={t('imports.environment')}
        value={environment}
        data={[all, ...(['PP', 'P'] as const).map((value) => ({ value, label: t(`ui.environments.${value}`) }))]}
        onChange={(event) => change({ environment: event.currentTarget.value, page: '' })}
      />
    </Group>
  );
}
