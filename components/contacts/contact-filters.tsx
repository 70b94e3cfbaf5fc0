'use client';

import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/components/ui/use-address';
import { CONTACT_KINDS } from './contact-shapes';

interface Props {
  search: string;
  kind: string;
  environment: string;
}

/** Filters of the list. They live in the address, so that a filtered list can be sent to a colleague. */
export function ContactFilters({ search, kind, environment }: Props) {
  const t = useTranslations();
  const { change, changeSoon } = useAddress();
  return (
    <Group gap="md" align="flex-end" mb="lg">
      <TextInput
        label={t('contacts.search')}
        type="search"
        defaultValue={search}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => changeSoon({ search: event.currentTarget.value })}
        w={{ base: '100%', xs: 320 }}
      />
      <NativeSelect
        label={t('contacts.kind')}
        value={kind}
        data={[{ value: '', label: t('ui.all') }, ...CONTACT_KINDS.map((value) => ({ value, label: t(`ui.kinds.${value}`) }))]}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('contacts.environment')}
        value={environment}
        data={(['P', 'PP'] as const).map((value) => ({ value, label: t(`ui.environments.${value}`) }))}
        onChange={(event) => change({ environment: event.currentTarget.value })}
      />
    </Group>
  );
}
