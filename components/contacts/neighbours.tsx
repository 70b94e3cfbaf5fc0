'use client';

import { List, ListItem, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import type { Neighbour } from './contact-shapes';

/** Contacts that belong with this one. */
export function Neighbours({ title, neighbours }: { title: string; neighbours: readonly Neighbour[] }) {
  const t = useTranslations('contacts');
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <List listStyleType="none" spacing={6}>
        {neighbours.map(({ id, number, name }) => (
          <ListItem key={id}>
            <TextLink href={`/contacts/${id}`}>{name ?? t('noName')}</TextLink> {number}
          </ListItem>
        ))}
      </List>
    </section>
  );
}
