'use client';

import { Anchor, Box, Group, List, ListItem, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LayoutCode } from '@/lib/engine';

const address = (layout: LayoutCode, format: 'xlsx' | 'csv') => `/formats/template?layout=${layout}&format=${format}`;

/** Templates to download: one line a layout. */
export function TemplateList({ layouts }: { layouts: readonly LayoutCode[] }) {
  const t = useTranslations('formats.templates');
  return (
    <Box component="section" aria-labelledby="templates" mb={48}>
      <Title order={2} id="templates" mb="xs">
        {t('title')}
      </Title>
      <Text mb="sm">{t('lead')}</Text>
      <List listStyleType="none" spacing="sm">
        {layouts.map((layout) => (
          <ListItem key={layout}>
            <Text fw={600}>{t(`names.${layout}`)}</Text>
            <Text>{t(`about.${layout}`)}</Text>
            <Group gap="md">
              <Anchor href={address(layout, 'xlsx')} download aria-label={t('workbook', { name: t(`names.${layout}`) })}>
                XLSX
              </Anchor>
              <Anchor href={address(layout, 'csv')} download aria-label={t('csv', { name: t(`names.${layout}`) })}>
                CSV
              </Anchor>
            </Group>
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
