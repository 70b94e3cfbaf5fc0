'use client';

import { List, ListItem, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ImportRules } from '@/lib/engine';

/** What holds for all rows: whose they are where they do not say, and what was chosen for the import beyond the mapping. */
export function PlanRules({ rules: { lenient, defineUnknown, raiseConsents, structureNumber, allOrNothing } }: { rules: ImportRules }) {
  const t = useTranslations('plan');
  const holding = [
    t('ruleOrganization'),
    lenient && t('ruleLenient'),
    defineUnknown && t('ruleDefineUnknown'),
    raiseConsents && t('ruleRaiseConsents', raiseConsents),
    structureNumber === 'structure' && t('ruleStructureNumber'),
    allOrNothing && t('ruleAllOrNothing'),
  ].filter((text) => typeof text === 'string');
  return (
    <section aria-label={t('rules')}>
      <Text fw={600}>{t('rules')}</Text>
      <List maw="70ch">
        {holding.map((text) => (
          <ListItem key={text}>{text}</ListItem>
        ))}
      </List>
    </section>
  );
}
