'use client';

import { List, ListItem, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ImportRules } from '@/lib/engine';

/** What was chosen for the import beyond the mapping; draws nothing where all is as usual. */
export function PlanRules({ rules: { lenient, raiseConsents, structureNumber, allOrNothing } }: { rules: ImportRules }) {
  const t = useTranslations('plan');
  const chosen = [
    lenient && t('ruleLenient'),
    raiseConsents && t('ruleRaiseConsents', raiseConsents),
    structureNumber === 'structure' && t('ruleStructureNumber'),
    allOrNothing && t('ruleAllOrNothing'),
  ].filter((text) => typeof text === 'string');
  if (chosen.length === 0) return null;
  return (
    <section aria-label={t('rules')}>
      <Text fw={600}>{t('rules')}</Text>
      <List maw="70ch">
        {chosen.map((text) => (
          <ListItem key={text}>{text}</ListItem>
        ))}
      </List>
    </section>
  );
}
