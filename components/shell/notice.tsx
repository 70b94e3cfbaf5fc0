'use client';

import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';

interface Props {
  kind: 'notFound' | 'forbidden' | 'error';
  /** A way on besides the home page. */
  children?: ReactNode;
}

/** A page that cannot be shown, in words: what happened and what to do next. */
export function Notice({ kind, children }: Props) {
  const t = useTranslations('shell');
  return (
    <Stack component="section" gap="md" maw="40rem" mx="auto" px="md" py="15vh">
      <title>{t(`${kind}Title`)}</title>
      <Title order={1}>{t(`${kind}Title`)}</Title>
      <Text c="dimmed">{t(`${kind}Text`)}</Text>
      <Group>
        {children}
        <LinkButton href="/" variant={children ? 'default' : 'filled'}>
          {t('toHome')}
        </LinkButton>
      </Group>
    </Stack>
  );
}
