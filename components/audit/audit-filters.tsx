'use client';

import { Anchor, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/components/ui/use-address';
import { useActionText } from './use-action-text';

interface Props {
  /** Codes that the trail knows. */
  actions: readonly string[];
  filter: { action?: string; subject?: string; from?: string; to?: string };
}

const FORMATS = { csv: 'exportCsv', jsonl: 'exportJsonl' } as const;

/** Filters of the trail, which live in the address, and the way to have what they show as a file. */
export function AuditFilters({ actions, filter }: Props) {
  const t = useTranslations('audit');
  const all = useTranslations('ui')('all');
  const textOf = useActionText();
  const { change, changeSoon } = useAddress();
  const { action = '', subject = '', from = '', to = '' } = filter;
  const chosen = Object.fromEntries(Object.entries({ action, subject, from, to }).filter(([, value]) => value !== ''));
  const choices = actions.map((value) => ({ value, label: textOf(value) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <>
      <Group gap="md" align="flex-end" mb="md">
        <NativeSelect
          label={t('action')}
          value={action}
          data={[{ value: '', label: all }, ...choices]}
          onChange={(event) => change({ action: event.currentTarget.value, page: '' })}
          w={{ base: '100%', xs: 280 }}
        />
        <TextInput
          label={t('subject')}
          placeholder={t('subjectAbout')}
          defaultValue={subject}
          onChange={(event) => changeSoon({ subject: event.currentTarget.value, page: '' })}
        />
        <TextInput type="date" label={t('from')} defaultValue={from} onChange={(event) => change({ from: event.currentTarget.value, page: '' })} />
        <TextInput type="date" label={t('to')} defaultValue={to} onChange={(event) => change({ to: event.currentTarget.value, page: '' })} />
      </Group>
      <Group gap="lg" mb="lg">
        {(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((format) => (
          <Anchor key={format} href={`/settings/audit/export?${new URLSearchParams({ ...chosen, format })}`} download underline="always">
            {t(FORMATS[format])}
          </Anchor>
        ))}
      </Group>
    </>
  );
}
