'use client';

import { Anchor, Group, List, ListItem, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DEFINITION_LISTS, type DefinitionList } from '@/lib/engine';

const FORMATS = ['xlsx', 'csv'] as const;

const address = {
  export: (list: DefinitionList, format: string) => `/criteria/export?list=${list}&format=${format}`,
  template: (list: DefinitionList, format: string) => `/formats/template?layout=${list}&format=${format}`,
};

/** What can be downloaded: the definitions there are, and empty templates. */
export function DefinitionFiles({ what }: { what: readonly ('export' | 'template')[] }) {
  const t = useTranslations('criteria.files');
  return (
    <section aria-labelledby="files">
      <Title order={2} id="files" fz="lg" mb="xs">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="sm" maw="70ch">
        {t('lead')}
      </Text>
      <List listStyleType="none" spacing="xs">
        {what.flatMap((kind) =>
          DEFINITION_LISTS.map((list) => (
            <ListItem key={`${kind} ${list}`}>
              <Group gap="md">
                <Text component="span">{t(`${kind}.${list}`)}</Text>
                {FORMATS.map((format) => (
                  <Anchor
                    key={format}
                    underline="always"
                    href={address[kind](list, format)}
                    download
                    aria-label={t('as', { name: t(`${kind}.${list}`), format })}
                  >
                    {format.toUpperCase()}
                  </Anchor>
                ))}
              </Group>
            </ListItem>
          )),
        )}
      </List>
    </section>
  );
}
