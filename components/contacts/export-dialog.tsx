'use client';

import { Anchor, Button, Group, Radio, RadioGroup, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { ExportLayout } from '@/lib/engine';
import { EXPORT_CONTENTS, type ExportContent } from './export-contents';

const LAYOUTS: readonly ExportLayout[] = ['roundtrip', 'pairs'];
const FORMATS = ['xlsx', 'csv'] as const;

/** Asks what to export of the contacts that the filter shows. Downloads are links, so that a browser handles them as it does. */
export function ExportDialog({ filter }: { filter: Readonly<Record<string, string>> }) {
  const t = useTranslations('contacts.export');
  const [opened, { open, close }] = useDisclosure();
  const [content, setContent] = useState<ExportContent>('everything');
  const [layout, setLayout] = useState<ExportLayout>('roundtrip');
  const address = (format: string) => `/contacts/export?${new URLSearchParams({ ...filter, content, layout, format })}`;
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={open}>
        {t('open')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('title')}>
        <Stack gap="lg">
          <Text>{t('lead')}</Text>
          <RadioGroup label={t('content')} value={content} onChange={(value) => setContent(value as ExportContent)}>
            <Stack gap="xs" mt="xs">
              {(Object.keys(EXPORT_CONTENTS) as ExportContent[]).map((value) => (
                <Radio key={value} value={value} label={t(`contents.${value}`)} />
              ))}
            </Stack>
          </RadioGroup>
          <RadioGroup label={t('layout')} value={layout} onChange={(value) => setLayout(value as ExportLayout)}>
            <Stack gap="xs" mt="xs">
              {LAYOUTS.map((value) => (
                <Radio key={value} value={value} label={t(`layouts.${value}`)} description={t(`layoutAbout.${value}`)} />
              ))}
            </Stack>
          </RadioGroup>
          <Group gap="lg">
            {FORMATS.map((format) => (
              <Anchor key={format} href={address(format)} download>
                {t(format)}
              </Anchor>
            ))}
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
