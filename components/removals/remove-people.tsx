'use client';

import { Anchor, List, ListItem, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { OperationTable } from './operation-table';

const STEPS = ['list', 'choose', 'send', 'ask', 'decide'] as const;

/** How people are removed, in five steps, and what can be done to them. */
export function RemovePeople({ children }: { children: ReactNode }) {
  const t = useTranslations('removals');
  return (
    <Stack gap={40}>
      <section>
        <Title order={2} mb="sm">
          {t('stepsTitle')}
        </Title>
        <List type="ordered" spacing="md" maw="70ch" pl="lg">
          {STEPS.map((step) => (
            <ListItem key={step}>
              <Text fw={600}>{t(`steps.${step}.title`)}</Text>
              <Text>{t(`steps.${step}.text`)}</Text>
              {step === 'list' && <TextLink href="/contacts">{t('steps.list.action')}</TextLink>}
              {step === 'choose' && (
                <Anchor href="/formats/template?layout=removal&format=xlsx" download underline="always">
                  {t('steps.choose.action')}
                </Anchor>
              )}
            </ListItem>
          ))}
        </List>
      </section>
      <section>
        <Title order={2} mb="sm">
          {t('operationsTitle')}
        </Title>
        <OperationTable label={t('operationsTitle')} />
      </section>
      <section>
        <Title order={2} mb="sm">
          {t('sendTitle')}
        </Title>
        {children}
      </section>
    </Stack>
  );
}
