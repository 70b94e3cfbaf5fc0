'use client';

import { Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { ContactDetail } from './contact-shapes';

/** When the contact came and last changed, and by which imports. */
export function Provenance({ contact: { createdAt, updatedAt, createdByImport, updatedByImport, version } }: { contact: ContactDetail }) {
  const t = useTranslations('contacts');
  const format = useFormatter();
  const date = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'long', timeStyle: 'short' });
  const link = (id: number | null) => id !== null && <TextLink href={`/imports/${id}`}>{t('seeImport', { id })}</TextLink>;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('provenance')}
      </Title>
      <Text>
        {t(createdByImport === null ? 'created' : 'createdBy', { date: date(createdAt) })} {link(createdByImport)}
      </Text>
      <Text>
        {t(updatedByImport === null ? 'updatedOn' : 'updatedBy', { date: date(updatedAt) })} {link(updatedByImport)}
      </Text>
      <Text c="dimmed">{t('version', { version })}</Text>
    </section>
  );
}
