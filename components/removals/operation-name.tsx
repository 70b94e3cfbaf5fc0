'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Operation } from './removal-shapes';

/** What an operation is called, its code, and in a sentence what stays and what goes. */
export function OperationName({ operation }: { operation: Operation }) {
  const t = useTranslations('removals.operations');
  return (
    <>
      <Text component="div" fw={600}>
        {t(`${operation}.name`)} <code>{operation}</code>
      </Text>
      <Text component="div" c="dimmed" maw="60ch">
        {t(`${operation}.stays`)}
      </Text>
    </>
  );
}
