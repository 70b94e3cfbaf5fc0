'use client';

import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useFormatter, useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { ContactDetail } from './contact-shapes';
import { FieldGroupCard } from './field-group-card';
import type { FilledGroup } from './field-groups';
import { KindStatus } from './kind-status';
import { Neighbours } from './neighbours';
import { Provenance } from './provenance';
import { RemovalNote } from './removal-note';

interface Props {
  contact: ContactDetail;
  name: string | null;
  groups: readonly FilledGroup[];
}

/** A contact with everything known about it, by group, and where it came from. */
export function ContactCard({ contact, name, groups }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const [withOrigins, { toggle }] = useDisclosure();
  const titleOf = ({ name: group, uses }: FilledGroup): string =>
    uses ? t('contacts.addressFor', { uses: format.list([...uses].map((use) => t(`contacts.uses.${use as 'M'}`))) }) : t(`ui.groups.${group}`);
  const { number, kind, status, environment, criteria, structure, relays, origins } = contact;
  return (
    <Stack gap={40}>
      <Stack gap="sm">
        <TextLink href={`/contacts?environment=${environment}`}>{t('contacts.back')}</TextLink>
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {name ?? t('contacts.noName')}
        </Title>
        <Group gap="lg">
          <EnvironmentBadge environment={environment} />
          <KindStatus kind={kind} />
          <Status tone={status === 'active' ? 'good' : 'quiet'} icon={status === 'active' ? 'done' : 'skipped'}>
            {t(`ui.statuses.${status}`)}
          </Status>
          <Text c="dimmed">{t('contacts.heading', { number })}</Text>
        </Group>
        <RemovalNote contact={contact} />
        <div>
          <Button variant="default" size="xs" aria-expanded={withOrigins} onClick={toggle}>
            {t(withOrigins ? 'contacts.hideOrigins' : 'contacts.showOrigins')}
          </Button>
        </div>
      </Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={48} verticalSpacing={40}>
        {groups.map((group) => (
          <FieldGroupCard
            key={`${group.name} ${group.uses ?? ''}`}
            title={titleOf(group)}
            fields={group.filled}
            empty={group.empty}
            withOrigins={withOrigins}
          />
        ))}
        {criteria.length > 0 && (
          <FieldGroupCard
            title={t('contacts.criteria')}
            fields={criteria.map(({ code, label, values }) => ({ code, label, type: 'text', values, origin: origins[`=${code}`] }))}
            withOrigins={withOrigins}
          />
        )}
        {structure && <Neighbours title={t('contacts.structure')} neighbours={[structure]} />}
        {relays.length > 0 && <Neighbours title={t('contacts.relays')} neighbours={relays} />}
        <Provenance contact={contact} />
      </SimpleGrid>
    </Stack>
  );
}
