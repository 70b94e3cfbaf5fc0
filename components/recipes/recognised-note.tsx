'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { ImportRecipe } from './recipe-shapes';

interface Props {
  importId: number;
  recipe: ImportRecipe;
  /** Whether nothing differed from the last file. */
  isUsual: boolean;
  /** Whether its columns can still be mapped otherwise. */
  canChange: boolean;
}

/** What was settled without asking: by which recipe, as of when, and where it can be changed. */
export function RecognisedNote({ importId, recipe: { id, name, version, madeAt, madeByName, lastFile }, isUsual, canChange }: Props) {
  const t = useTranslations('recipes.recognised');
  const format = useFormatter();
  const dateOf = (time: string) => format.dateTime(new Date(time), { dateStyle: 'long' });
  return (
    <Callout tone="good" icon="done" title={t('title', { name })}>
      <Text>
        {t('text', { madeBy: madeByName ?? 'nobody', date: dateOf(madeAt), version })}{' '}
        {isUsual && lastFile && t('compared', { date: dateOf(lastFile.acceptedAt) })}
      </Text>
      <Text mt="xs">
        {canChange && (
          <>
            <TextLink href={`/imports/${importId}/map`}>{t('change')}</TextLink>
            {' · '}
          </>
        )}
        <TextLink href={`/settings/recipes/${id}`}>{t('see')}</TextLink>
      </Text>
    </Callout>
  );
}
