import { Group, Stack, Text, Title } from '@mantine/core';
import Image from 'next/image';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** The frame of the sign-in page. */
export function SignInPage({ children }: { children: ReactNode }) {
  const t = useTranslations();
  return (
    <Stack component="main" maw="26rem" mx="auto" px="md" py="14vh" gap="xl">
      <Stack gap="xs">
        <Group gap="xs" mb="lg">
          <Image src="/icon.svg" width={32} height={32} alt="" unoptimized />
          <Text fw={650} fz="lg">
            {t('shell.product')}
          </Text>
        </Group>
        <Title order={1}>{t('signIn.title')}</Title>
        <Text c="dimmed">{t('signIn.lead')}</Text>
      </Stack>
      {children}
    </Stack>
  );
}
